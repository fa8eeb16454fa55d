import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestDoubleBracket = shellRule({
  id: 'shell-test-double-bracket',
  summary: 'Scripts for bash test with [[ … ]].',
  why: 'In [[ … ]] variables are not split, and it knows patterns and regular expressions.',
  severity: 'style',
  recommended: false,
  optional: true,
  fixable: false,
  same: ['shellcheck/SC2292'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN if «[» -f config ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -f config ]; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('bash', 'ksh')) return;
    for (const { nameWord, entry } of facts.named('[')) {
      if (nameWord.text !== '[') continue;
      report({ at: placeOf({ node: nameWord, frame: entry.frame }), message: "Use '[[ … ]]'." });
    }
  },
});
