import { placeAt, shellRule } from '../shellRule.ts';

export const shellShTestVariable = shellRule({
  id: 'shell-sh-test-variable',
  summary: 'Scripts for sh ask whether a variable is set with ${name+x}, not with -v.',
  why: 'dash and BusyBox ash report an error.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3016'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN [ «-v» HOME ] && make\n',
      good: 'FROM debian:12\nRUN [ -n "${HOME+x}" ] && make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind !== '[') continue;
      for (const test of tests) {
        if (test.kind !== 'unary' || test.operator.raw !== '-v') continue;
        const { start, end } = test.operator;
        report({ at: placeAt(start, end, frame), message: "A POSIX shell has no '-v'. Use '[ -n \"${name+x}\" ]'." });
      }
    }
  },
});
