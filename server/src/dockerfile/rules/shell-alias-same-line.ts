import { placeAt, shellRule } from '../shellRule.ts';

export const shellAliasSameLine = shellRule({
  id: 'shell-alias-same-line',
  summary: 'An alias is not used on the line that defines it.',
  why: 'The shell reads whole lines before it runs them, and a RUN is one line unless it is a heredoc.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2262', 'shellcheck/SC2263'],
  examples: [
    {
      bad: "FROM debian:12\nRUN alias fetch='curl -fsSL' && «fetch» https://example.com\n",
      good: 'FROM debian:12\nRUN fetch() { curl -fsSL "$@"; } && fetch https://example.com\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('alias')) {
      for (const { text, node } of args) {
        const name = /^([^=$`]+)=/.exec(text)?.[1];
        if (name === undefined || node === undefined || entry.frame !== undefined) continue;
        const lineEnd = facts.text.indexOf('\n', node.end);
        for (const { node: used, entry: at } of facts.named(name)) {
          const word = used.name;
          if (word === undefined || word.text !== name || at.frame !== undefined || word.pos < node.end) continue;
          if (lineEnd !== -1 && word.pos > lineEnd) continue;
          report({
            at: placeAt(word.pos, word.end),
            message: `The alias '${name}' does not exist yet when this line is read. Use a function.`,
          });
        }
      }
    }
  },
});
