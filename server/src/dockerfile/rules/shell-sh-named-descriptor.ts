import { placeOf, shellRule } from '../shellRule.ts';

export const shellShNamedDescriptor = shellRule({
  id: 'shell-sh-named-descriptor',
  summary: 'Scripts for sh give file descriptors numbers, not names.',
  why: 'dash and BusyBox ash take the braces for an argument.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3022'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN exec «{log}>build.log»; echo "$log"\n',
      good: 'FROM debian:12\nRUN exec 3>build.log\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('Redirect')) {
      if (entry.node.descriptor?.type !== 'FileDescriptorVariable') continue;
      report({ at: placeOf(entry), message: 'A POSIX shell has no named file descriptors. Use a number.' });
    }
  },
});
