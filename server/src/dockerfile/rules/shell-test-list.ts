import { flatParts, isList } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestList = shellRule({
  id: 'shell-test-list',
  summary: 'Conditions compare single values, not lists.',
  why: '[ … ] fails when the list has not exactly one word, and [[ … ]] joins the words.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2198', 'shellcheck/SC2199'],
  severityIn: { hadolint: 'error' },
  examples: [
    {
      bad: 'FROM debian:12\nRUN check() { [ -n «"$@"» ] && make "$@"; }; check all\n',
      good: 'FROM debian:12\nRUN check() { [ "$#" -gt 0 ] && make "$@"; }; check all\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind === 'word' && kind === '[') continue;
        const words =
          test.kind === 'word' ? [test.word] : test.kind === 'unary' ? [test.operand] : [test.left, test.right];
        for (const word of words) {
          if (!flatParts(word).some(isList)) continue;
          report({
            at: placeOf({ node: word, frame }),
            message: "This is a list of words. Loop over it, or use '$*' or '$#'.",
          });
        }
      }
    }
  },
});
