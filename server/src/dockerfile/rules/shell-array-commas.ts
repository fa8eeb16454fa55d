import { placeOf, shellRule } from '../shellRule.ts';

export const shellArrayCommas = shellRule({
  id: 'shell-array-commas',
  summary: 'Elements of an array have blanks between them, not commas.',
  why: 'The commas become part of the elements.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2054'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN names=«(a, b)»; make "${names[@]}"\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN names=(a b); make "${names[@]}"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('ArrayValue')) {
      const hasComma = node.elements.some((word) => /^[^'"$`{]*,[^'"$`{]*$/.test(word.text));
      if (hasComma)
        report({ at: placeOf({ node, frame }), message: 'Elements are separated by blanks. Remove the commas.' });
    }
  },
});
