import { placeOf, shellRule } from '../shellRule.ts';

export const shellArraySplitOutput = shellRule({
  id: 'shell-array-split-output',
  summary: 'Output is read into an array with mapfile or read -ra.',
  why: 'An unquoted substitution between the parentheses is split at every blank and globbed, whatever a line holds.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2207'],
  examples: [
    {
      bad: 'FROM fedora:41\nRUN files=(«$(cat list)»); ls "${files[@]}"\n',
      good: 'FROM fedora:41\nRUN mapfile -t files < list; ls "${files[@]}"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('CommandExpansion')) {
      const { role, isQuoted, isOperand } = facts.place(entry);
      if (role !== 'element' || isQuoted || isOperand) continue;
      report({
        at: placeOf(entry),
        message:
          "The output is split at every blank into elements. Use 'mapfile -t' for lines, or 'read -ra' for words.",
      });
    }
  },
});
