import { placeOf, shellRule } from '../shellRule.ts';

export const shellShIndirection = shellRule({
  id: 'shell-sh-indirection',
  summary: 'Scripts for sh have no indirect expansion ${!name}.',
  why: "dash and BusyBox ash stop with 'bad substitution'.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3053'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN name=HOME; echo "«${!name}»"\n',
      good: 'FROM debian:12\nRUN name=HOME; eval "echo \\"\\$$name\\""\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('ParameterExpansion')) {
      const { node } = entry;
      if (node.prefix !== '!' || node.parameter === '#') continue;
      report({
        at: placeOf(entry),
        message: "A POSIX shell has no '${!name}'. Use 'eval' with care, or run the script with bash.",
      });
    }
  },
});
