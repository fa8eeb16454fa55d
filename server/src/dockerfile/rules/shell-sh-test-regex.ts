import { placeAt, shellRule } from '../shellRule.ts';

export const shellShTestRegex = shellRule({
  id: 'shell-sh-test-regex',
  summary: 'Scripts for sh match regular expressions with grep or expr, not =~ in a test.',
  why: 'No shell knows =~ between single brackets.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3015'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN [ "$HOME" «=~» root ] && make\n',
      good: 'FROM debian:12\nRUN echo "$HOME" | grep -q root && make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind !== '[') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || test.operator.raw !== '=~') continue;
        const { start, end } = test.operator;
        report({ at: placeAt(start, end, frame), message: "'[ … ]' has no '=~'. Use 'grep -E' or 'expr'." });
      }
    }
  },
});
