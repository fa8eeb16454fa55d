import { shellRule } from '../shellRule.ts';

export const shellTestNegatedEmpty = shellRule({
  id: 'shell-test-negated-empty',
  summary: 'A text that is not empty is asked for with -n.',
  why: 'A negated -z says the same in a roundabout way.',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2236'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ «!» -z "$DEBUG" ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -n "$DEBUG" ]; then make; fi\n',
    },
  ],
  find(facts, report) {
    for (const { kind, negated, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const [sign, test] of negated) {
        if (test.kind !== 'unary' || !/^-[nz]$/.test(test.operator.raw)) continue;
        const { start, end, raw } = test.operator;
        const other = raw === '-z' ? '-n' : '-z';
        report({
          at: { start: sign.start, end: sign.end, frame },
          message: `Use '${other}' in place of '! ${raw}'.`,
          fixes: () => [{ title: `Use '${other}'`, safe: true, edits: [{ start: sign.start, end, newText: other }] }],
        });
        if (start < sign.end) return;
      }
    }
  },
});
