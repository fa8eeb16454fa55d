import { placeOf, shellRule } from '../shellRule.ts';

export const shellShArrayElement = shellRule({
  id: 'shell-sh-array-element',
  summary: 'Scripts for sh have no array elements ${name[…]}.',
  why: "dash and BusyBox ash stop with 'bad substitution'.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3054'],
  examples: [
    { bad: 'FROM debian:12\nRUN echo "«${names[0]}»"\n', good: 'FROM debian:12\nRUN echo "$1"\n', unfixed: true },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('ParameterExpansion')) {
      const { node } = entry;
      if (node.index === undefined || node.prefix !== undefined) continue;
      report({
        at: placeOf(entry),
        message: "A POSIX shell has no arrays. Use 'set --' and '\"$@\"', or run the script with bash.",
      });
    }
  },
});
