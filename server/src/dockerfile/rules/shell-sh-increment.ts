import { placeAt, shellRule } from '../shellRule.ts';

export const shellShIncrement = shellRule({
  id: 'shell-sh-increment',
  summary: 'Scripts for sh add one with i=$((i + 1)), not with ++.',
  why: 'dash reports an arithmetic error.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3018'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN i=1; echo $((i«++»)) "$i"\n',
      good: 'FROM debian:12\nRUN i=1; i=$((i + 1)); echo "$i"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { node, frame } of facts.all('ArithmeticUnary')) {
      const { operator, operand, pos } = node;
      if (operator !== '++' && operator !== '--') continue;
      const start = node.prefix ? pos : operand.end;
      const at = facts.operatorPlace(start, node.end, operator, frame);
      report({
        at,
        message: `A POSIX shell has no '${operator}'. Use '$((name ${operator.charAt(0)} 1))' in an assignment.`,
      });
    }
    for (const { args, entry } of facts.named('let')) {
      for (const { text, start, end } of args) {
        if (/\+\+|--/.test(text))
          report({
            at: placeAt(start, end, entry.frame),
            message: "A POSIX shell has no '++'. Use '$((name + 1))' in an assignment.",
          });
      }
    }
  },
});
