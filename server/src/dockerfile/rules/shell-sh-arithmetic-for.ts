import { placeAt, shellRule } from '../shellRule.ts';

export const shellShArithmeticFor = shellRule({
  id: 'shell-sh-arithmetic-for',
  summary: 'Scripts for sh loop with while or for … in, not with for ((…)).',
  why: 'dash and BusyBox ash report a syntax error.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3005'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «for» ((i=0; i<3; i=i+1)); do echo "$i"; done\n',
      good: 'FROM debian:12\nRUN for i in 0 1 2; do echo "$i"; done\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('ArithmeticFor')) {
      report({
        at: placeAt(entry.node.pos, entry.node.pos + 3, entry.frame),
        message: "A POSIX shell has no 'for ((…))'. Use 'while', or 'for … in' a list.",
      });
    }
  },
});
