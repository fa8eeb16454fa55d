import { placeOf, shellRule } from '../shellRule.ts';

export const shellShRedirectBothCsh = shellRule({
  id: 'shell-sh-redirect-both-csh',
  summary: 'Both outputs are redirected with > file 2>&1, not with >& file.',
  why: "dash reports 'bad fd number'.",
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC3021'],
  examples: [{ bad: 'FROM debian:12\nRUN make «>& build.log»\n', good: 'FROM debian:12\nRUN make > build.log 2>&1\n' }],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const entry of facts.all('Redirect')) {
      const { node } = entry;
      const { target } = node;
      if (
        node.operator !== '>&' ||
        node.descriptor ||
        target === undefined ||
        target.parts !== undefined ||
        /^(?:\d+|-)$/.test(target.text)
      )
        continue;
      report({
        at: placeOf(entry),
        message: "In POSIX '>&' is followed by a number. Write '> file 2>&1'.",
        fixes: () => [
          {
            title: "Write '> … 2>&1'",
            safe: true,
            edits: [
              { start: node.pos, end: node.pos + 2, newText: '>' },
              { start: node.end, end: node.end, newText: ' 2>&1' },
            ],
          },
        ],
      });
    }
  },
});
