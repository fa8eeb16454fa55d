import { placeAt, shellRule } from '../shellRule.ts';

export const shellShSelect = shellRule({
  id: 'shell-sh-select',
  summary: 'Scripts for sh have no select loops.',
  why: 'dash and BusyBox ash report a syntax error, and nobody can answer during a build.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3008'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «select» answer in yes no; do echo "$answer"; done\n',
      good: 'FROM debian:12\nRUN read -r answer\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('Select')) {
      report({
        at: placeAt(entry.node.pos, entry.node.pos + 6, entry.frame),
        message: "A POSIX shell has no 'select'.",
      });
    }
  },
});
