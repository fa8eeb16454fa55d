import { placeOf, shellRule } from '../shellRule.ts';

export const shellShListOperation = shellRule({
  id: 'shell-sh-list-operation',
  summary: 'Scripts for sh do not cut patterns from all arguments at once.',
  why: 'Shells differ in what they do.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3058'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN f() { echo "«${@%.c}»"; }; f a.c\n',
      good: 'FROM debian:12\nRUN f() { echo "${1%.c}"; }; f a.c\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const entry of facts.all('ParameterExpansion')) {
      const { node } = entry;
      if (!/^[@*]$/.test(node.parameter) || !(node.prefix === '#' || node.operation?.type === 'Remove')) continue;
      report({ at: placeOf(entry), message: 'POSIX does not define operations on all arguments at once.' });
    }
  },
});
