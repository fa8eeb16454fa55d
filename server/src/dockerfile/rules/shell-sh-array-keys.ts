import { placeOf, shellRule } from '../shellRule.ts';

export const shellShArrayKeys = shellRule({
  id: 'shell-sh-array-keys',
  summary: 'Scripts for sh have no array keys ${!name[@]}.',
  why: "dash and BusyBox ash stop with 'bad substitution'.",
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3055'],
  examples: [
    { bad: 'FROM debian:12\nRUN echo "«${!names[@]}»"\n', good: 'FROM debian:12\nRUN echo "$#"\n', unfixed: true },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('ParameterExpansion')) {
      const { node } = entry;
      if (node.prefix !== '!' || !/^[@*]$/.test(node.index?.text ?? '')) continue;
      report({ at: placeOf(entry), message: 'A POSIX shell has no arrays, nor their keys.' });
    }
  },
});
