import { placeAt, shellRule } from '../shellRule.ts';

export const shellShAppendAssignment = shellRule({
  id: 'shell-sh-append-assignment',
  summary: 'Scripts for sh append with name=$name…, not with +=.',
  why: 'dash and BusyBox ash look for a program of that name.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC3024'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN flags=-O2; «flags»+=" -g"; make CFLAGS="$flags"\n',
      good: 'FROM debian:12\nRUN flags=-O2; flags="${flags}"" -g"; make CFLAGS="$flags"\n',
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const { node, frame } of facts.all('Assignment')) {
      const { name, value, append, pos } = node;
      if (!append) continue;
      report({
        at: placeAt(pos, pos + name.length, frame),
        message: `A POSIX shell has no '+='. Write '${name}="\${${name}}…"'.`,
        fixes: () =>
          value.type === 'Word'
            ? [
                {
                  title: `Write '${name}="\${${name}}"…'`,
                  safe: true,
                  edits: [{ start: pos + name.length, end: value.pos, newText: `="\${${name}}"` }],
                },
              ]
            : [],
      });
    }
  },
});
