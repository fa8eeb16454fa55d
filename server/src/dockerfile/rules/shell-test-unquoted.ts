import type { Ast } from '../../shell/tree.ts';
import { shellRule, surround } from '../shellRule.ts';

export const shellTestUnquoted = shellRule({
  id: 'shell-test-unquoted',
  summary: 'The operand of -n is quoted.',
  why: 'Without quotes an empty variable leaves [ -n ], which is always true.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2070'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ -n «$DEBUG» ]; then set -x; fi; make\n',
      good: 'FROM debian:12\nRUN if [ -n "$DEBUG" ]; then set -x; fi; make\n',
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind !== '[') continue;
      for (const test of tests) {
        if (test.kind !== 'unary' || test.operator.raw !== '-n' || !isUnquoted(test.operand)) continue;
        const { operand } = test;
        report({
          at: { start: operand.pos, end: operand.end, frame },
          message: "Unquoted and empty, it leaves '[ -n ]', which is true. Quote it.",
          fixes: () => [{ title: 'Quote the operand', safe: true, edits: surround(operand, '"', '"') }],
        });
      }
    }
  },
});

function isUnquoted(word: Ast.Word): boolean {
  const parts = word.parts ?? [];
  if (parts.some((part) => part.type === 'DoubleQuoted' || part.type === 'SingleQuoted')) return false;
  return parts.some((part) => /^(?:Simple|Parameter|Command)Expansion$/.test(part.type));
}
