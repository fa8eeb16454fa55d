import { placeOf, shellRule } from '../shellRule.ts';

export const shellShArray = shellRule({
  id: 'shell-sh-array',
  summary: 'Scripts for sh have no arrays.',
  why: 'dash and BusyBox ash report a syntax error.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3030'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN packages=«(curl git)»; echo "${packages}"\n',
      good: 'FROM debian:12\nRUN set -- curl git; echo "$@"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('ArrayValue')) {
      report({
        at: placeOf(entry),
        message: "A POSIX shell has no arrays. Use 'set --' and '\"$@\"', or run the script with bash.",
      });
    }
  },
});
