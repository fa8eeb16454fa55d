import { placeAt, shellRule } from '../shellRule.ts';

export const shellShLet = shellRule({
  id: 'shell-sh-let',
  summary: 'Scripts for sh calculate with $((…)), not with let.',
  why: 'dash looks for a program of that name.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3039'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «let n=1+1»; echo "$n"\n',
      good: 'FROM debian:12\nRUN n=$((1 + 1)); echo "$n"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { node, entry } of facts.named('let')) {
      report({
        at: placeAt(node.pos, node.end, entry.frame),
        message: "A POSIX shell has no 'let'. Use 'name=$((…))'.",
      });
    }
  },
});
