import { placeAt, shellRule } from '../shellRule.ts';

export const shellReadRaw = shellRule({
  id: 'shell-read-raw',
  summary: 'read is called with -r.',
  why: 'Without it, read takes backslashes in its input as escapes and drops them.',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2162'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN while «read» line; do echo "$line"; done < /etc/hosts\n',
      good: 'FROM debian:12\nRUN while read -r line; do echo "$line"; done < /etc/hosts\n',
    },
  ],
  find(facts, report) {
    for (const { args, nameWord, entry } of facts.named('read')) {
      if (args.some(({ text }) => /^--?[A-Za-z]*r/.test(text)) || isQuestion(args)) continue;
      const { pos, end } = nameWord;
      report({
        at: placeAt(pos, end, entry.frame),
        message: "'read' without '-r' drops backslashes. Write 'read -r'.",
        fixes: () => [{ title: "Write 'read -r'", safe: true, edits: [{ start: end, end, newText: ' -r' }] }],
      });
    }
  },
});

/** `read -t 0` only asks whether there is input. */
function isQuestion(args: readonly { readonly text: string }[]): boolean {
  return args.some(({ text }, index) => text === '-t' && args[index + 1]?.text === '0');
}
