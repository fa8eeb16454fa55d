import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestXPrefix = shellRule({
  id: 'shell-test-x-prefix',
  summary: 'Texts are compared without an x in front of them.',
  why: 'Shells of the last decades need no such trick for values that are empty or begin with a dash.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2268'],
  examples: [
    {
      bad: 'FROM debian:12\nARG DEBUG\nRUN if [ «"x$DEBUG"» = x1 ]; then make debug; fi\n',
      good: 'FROM debian:12\nARG DEBUG\nRUN if [ "$DEBUG" = 1 ]; then make debug; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { tests, frame } of facts.conditions) {
      for (const test of tests) {
        if (test.kind !== 'binary' || !/^==?$/.test(test.operator.text)) continue;
        const { left, right } = test;
        if (!/^"?x/.test(left.text) || !/^"?x/.test(right.text)) continue;
        report({
          at: placeOf({ node: left, frame }),
          message: "The 'x' in front is not needed. Remove it from both sides.",
        });
      }
    }
  },
});
