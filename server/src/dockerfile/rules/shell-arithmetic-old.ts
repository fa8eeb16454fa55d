import { placeAt, shellRule } from '../shellRule.ts';

export const shellArithmeticOld = shellRule({
  id: 'shell-arithmetic-old',
  summary: 'Arithmetic is written $((…)), not $[…].',
  why: '$[…] is an old form of bash that its manual no longer knows.',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2007'],
  examples: [{ bad: 'FROM debian:12\nRUN echo «$[1+2]»\n', good: 'FROM debian:12\nRUN echo $((1+2))\n' }],
  find(facts, report) {
    for (const { node, frame } of facts.all('ArithmeticExpansion')) {
      if (!node.text.startsWith('$[')) continue;
      const { pos: start, end } = node;
      report({
        at: placeAt(start, end, frame),
        message: "Use '$((…))' instead of '$[…]'.",
        fixes: () => [
          {
            title: "Write '$((…))'",
            safe: true,
            edits: [
              { start, end: start + 2, newText: '$((' },
              { start: end - 1, end, newText: '))' },
            ],
          },
        ],
      });
    }
  },
});
