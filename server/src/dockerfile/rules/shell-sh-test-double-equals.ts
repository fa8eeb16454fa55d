import { placeAt, shellRule } from '../shellRule.ts';

export const shellShTestDoubleEquals = shellRule({
  id: 'shell-sh-test-double-equals',
  summary: "Texts are compared with '=' in a test.",
  why: "dash fails with 'unexpected operator', and the condition counts as false.",
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC3014'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ "$(uname -m)" «==» x86_64 ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ "$(uname -m)" = x86_64 ]; then make; fi\n',
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind !== '[') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || test.operator.raw !== '==') continue;
        const { start, end } = test.operator;
        report({
          at: placeAt(start, end, frame),
          message: "A POSIX shell compares texts with '='.",
          fixes: () => [{ title: "Write '='", safe: true, edits: [{ start, end, newText: '=' }] }],
        });
      }
    }
  },
});
