import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellExitStatusTest = shellRule({
  id: 'shell-exit-status-test',
  summary: 'The success of a command is checked directly: if command.',
  why: 'Anything between the command and the test of $? changes it, and a command in the condition reads more easily.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2181'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN make; if [ «$?» -ne 0 ]; then exit 1; fi\n',
      good: 'FROM debian:12\nRUN if ! make; then exit 1; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind !== 'binary') continue;
        const operand = statusOperand(test.operator.text, test.left, test.right);
        if (operand === undefined) continue;
        report({
          at: { start: operand.pos, end: operand.end, frame },
          message: "Check the command itself: 'if command; then' or 'if ! command; then'.",
        });
      }
    }
    for (const { node, frame } of facts.all('ArithmeticCommand')) {
      const { expression } = node;
      if (expression?.type !== 'ArithmeticWord' || expression.value !== '$?') continue;
      report({ at: placeOf({ node: expression, frame }), message: "Check the command itself: 'if command; then'." });
    }
  },
});

/** The operand that is $?, when it is compared with success. */
function statusOperand(operator: string, left: Ast.Word, right: Ast.Word): Ast.Word | undefined {
  const isLeft = left.value === '$?';
  const other = isLeft ? right : left;
  if (other.value !== '0' || !(isLeft || right.value === '$?')) return undefined;
  return /^(?:==?|!=|-eq|-ne|-gt)$/.test(operator) ? (isLeft ? left : right) : undefined;
}
