import { quote } from '../../text/quote.ts';
import { shellRule } from '../shellRule.ts';

export const shellGlobInAssignment = shellRule({
  id: 'shell-glob-in-assignment',
  summary: 'Wildcards and braces in an assignment are quoted.',
  why: 'An assignment does not expand them; where the variable is used later unquoted they expand there, to something else than it looks like.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2125'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN files=«*.txt»; echo "$files"\n',
      good: 'FROM debian:12\nRUN files=\'*.txt\'; echo "$files"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('Assignment')) {
      const { value } = entry.node;
      if (value.type !== 'Word') continue;
      if (
        !value.parts?.some(
          (part) => part.type === 'Glob' || part.type === 'BraceExpansion' || part.type === 'ExtendedGlob',
        )
      )
        continue;
      report({
        at: { start: value.pos, end: value.end, frame: entry.frame },
        message: `${quote(value.text)} is not expanded in an assignment. Quote it, or use an array.`,
      });
    }
  },
});
