import { placeOf, shellRule } from '../shellRule.ts';

export const shellShArithmeticBrackets = shellRule({
  id: 'shell-sh-arithmetic-brackets',
  summary: 'Scripts calculate with $((…)), not with $[…].',
  why: 'dash prints it as it is.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC3007'],
  examples: [{ bad: 'FROM debian:12\nRUN echo «$[1 + 1]»\n', good: 'FROM debian:12\nRUN echo $((1 + 1))\n' }],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('ArithmeticExpansion')) {
      const { node } = entry;
      if (!node.text.startsWith('$[')) continue;
      report({
        at: placeOf(entry),
        message: "A POSIX shell has no '$[…]'. Write '$((…))'.",
        fixes: () => [
          {
            title: "Write '$((…))'",
            safe: true,
            edits: [
              { start: node.pos, end: node.pos + 2, newText: '$((' },
              { start: node.end - 1, end: node.end, newText: '))' },
            ],
          },
        ],
      });
    }
  },
});
