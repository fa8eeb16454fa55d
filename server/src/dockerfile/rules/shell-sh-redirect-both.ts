import { placeOf, shellRule } from '../shellRule.ts';

export const shellShRedirectBoth = shellRule({
  id: 'shell-sh-redirect-both',
  summary: 'Both outputs are redirected with > file 2>&1, not with &>.',
  why: 'dash runs the command in the background and empties the file; nothing is waited for.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC3020'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN command -v make «&> /dev/null» || exit 1\n',
      good: 'FROM debian:12\nRUN command -v make > /dev/null 2>&1 || exit 1\n',
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const entry of facts.all('Redirect')) {
      const { node } = entry;
      const { target } = node;
      if (!node.operator.startsWith('&>') || target === undefined) continue;
      const operator = node.operator.slice(1);
      report({
        at: placeOf(entry),
        message: `A POSIX shell takes '&' for the end of the command. Write '${operator} file 2>&1'.`,
        fixes: () => [
          {
            title: `Write '${operator} … 2>&1'`,
            safe: true,
            edits: [
              { start: node.pos, end: node.pos + 1, newText: '' },
              { start: node.end, end: node.end, newText: ' 2>&1' },
            ],
          },
        ],
      });
    }
  },
});
