import { shellRule } from '../shellRule.ts';

export const shellFindXargs = shellRule({
  id: 'shell-find-xargs',
  summary: 'find hands names to xargs with -print0 and -0, or runs the command itself with -exec.',
  why: 'xargs splits its input at blanks and quotes, which names may contain.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2038'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «find . -name "*.pyc"» | xargs rm\n',
      good: 'FROM debian:12\nRUN find . -name "*.pyc" -print0 | xargs -0 rm\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Pipeline')) {
      for (let index = 0; index < node.commands.length - 1; index++) {
        const find = facts.simple(node.commands[index]);
        const xargs = facts.simple(node.commands[index + 1]);
        if (find?.program !== 'find' || xargs?.program !== 'xargs') continue;
        if (find.args.some(({ text }) => /^-(?:print0|printf|fprint0)$/.test(text))) continue;
        if (xargs.args.some(({ text }) => /^-[a-zA-Z]*0/.test(text) || text === '--null')) continue;
        report({
          at: { start: find.node.pos, end: find.node.end, frame },
          message:
            "'xargs' splits names at blanks and quotes. Use 'find … -print0 | xargs -0 …' or 'find … -exec … {} +'.",
          fixes: () => [
            {
              title: "Use '-print0' and '-0'",
              safe: false,
              edits: [
                {
                  start: find.args.at(-1)?.end ?? find.nameWord.end,
                  end: find.args.at(-1)?.end ?? find.nameWord.end,
                  newText: ' -print0',
                },
                { start: xargs.nameWord.end, end: xargs.nameWord.end, newText: ' -0' },
              ],
            },
          ],
        });
      }
    }
  },
});
