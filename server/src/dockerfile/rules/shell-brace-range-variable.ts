import { placeOf, shellRule } from '../shellRule.ts';

export const shellBraceRangeVariable = shellRule({
  id: 'shell-brace-range-variable',
  summary: 'Ranges in braces are fixed.',
  why: 'bash expands {1..n} before variables, so that {1..$n} stays as it is.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2051'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN n=3; for i in «{1..$n}»; do make "$i"; done\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN n=3; for ((i = 1; i <= n; i++)); do make "$i"; done\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.isPosix) return;
    for (const { node, frame } of facts.all('BraceExpansion')) {
      if (!/^\{(?:\$.*\.\.|[^,]*\.\.\$)/.test(node.text)) continue;
      report({
        at: placeOf({ node, frame }),
        message: "Variables do not work in the range. Use 'seq' or a for loop with '((…))'.",
      });
    }
  },
});
