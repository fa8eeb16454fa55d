import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestBrace = shellRule({
  id: 'shell-test-brace',
  summary: 'Conditions have no brace expansions.',
  why: '{a,b} becomes several words in [ … ], and is not expanded in [[ … ]].',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2200', 'shellcheck/SC2201'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN if [ -f «config.{yml,yaml}» ]; then make; fi\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN if [ -f config.yml ] || [ -f config.yaml ]; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('BraceExpansion').length === 0) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        const words =
          test.kind === 'word' ? [test.word] : test.kind === 'unary' ? [test.operand] : [test.left, test.right];
        for (const word of words) {
          if (!word.parts?.some((part) => part.type === 'BraceExpansion')) continue;
          report({
            at: placeOf({ node: word, frame }),
            message: 'Braces do not work in a condition. Write a test for each, or loop.',
          });
        }
      }
    }
  },
});
