import { placeOf, shellRule } from '../shellRule.ts';

export const shellShLargeDescriptor = shellRule({
  id: 'shell-sh-large-descriptor',
  summary: 'Scripts for sh use file descriptors up to 9.',
  why: 'dash takes the first digits for an argument.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3023'],
  examples: [
    { bad: 'FROM debian:12\nRUN exec «10>build.log»\n', good: 'FROM debian:12\nRUN exec 3>build.log\n', unfixed: true },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const entry of facts.all('Redirect')) {
      if (entry.node.descriptor?.type !== 'FileDescriptor' || entry.node.descriptor.value < 10) continue;
      report({ at: placeOf(entry), message: 'A POSIX shell has file descriptors 0 to 9 here.' });
    }
  },
});
