import { placeAt, shellRule } from '../shellRule.ts';

export const shellShTestUnaryA = shellRule({
  id: 'shell-sh-test-unary-a',
  summary: 'Whether a file is there is asked with -e, not with -a.',
  why: 'POSIX knows -a only between two tests.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC3017'],
  examples: [
    { bad: 'FROM debian:12\nRUN [ «-a» Makefile ] && make\n', good: 'FROM debian:12\nRUN [ -e Makefile ] && make\n' },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind !== '[') continue;
      for (const test of tests) {
        if (test.kind !== 'unary' || test.operator.raw !== '-a') continue;
        const { start, end } = test.operator;
        report({
          at: placeAt(start, end, frame),
          message: "In POSIX '-a' joins two tests. Use '-e' to ask for a file.",
          fixes: () => [{ title: "Write '-e'", safe: true, edits: [{ start, end, newText: '-e' }] }],
        });
      }
    }
  },
});
