import { placeAt, shellRule } from '../shellRule.ts';

export const shellRedirectInPipe = shellRule({
  id: 'shell-redirect-in-pipe',
  summary: 'A redirection stands beside its command, without a pipe between them.',
  why: 'A redirection between pipes reads and writes nothing: the output is lost, and the file is empty.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2189'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN dpkg -l | «> packages»\n',
      good: 'FROM debian:12\nRUN dpkg -l > packages\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Pipeline')) {
      if (node.commands.length < 2) continue;
      for (const member of node.commands) {
        if (member.type !== 'Command' || member.name !== undefined) continue;
        const [first] = member.prefix;
        if (first?.type !== 'Redirect' || member.prefix.some(({ type }) => type === 'Assignment')) continue;
        report({
          at: placeAt(first.pos, first.end, frame),
          message: "Remove the '|' between this and its command: it redirects nothing.",
        });
      }
    }
  },
});
