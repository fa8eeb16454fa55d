import { placeAt, shellRule } from '../shellRule.ts';

export const shellUnicodeQuote = shellRule({
  id: 'shell-unicode-quote',
  summary: 'Quotes are straight.',
  why: 'Curly quotes of a word processor are ordinary characters for the shell.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1110'],
  examples: [{ bad: 'FROM debian:12\nRUN echo «“»done«”»\n', good: 'FROM debian:12\nRUN echo "done"\n' }],
  find(facts, report) {
    for (const entry of facts.all('Word')) {
      const { node, frame } = entry;
      if (frame !== undefined || !/[\u201C\u201D\u2018\u2019]/.test(node.text) || facts.role(entry) === 'other')
        continue;
      for (const { pos, end } of node.parts?.filter((part) => part.type === 'Literal') ?? [node]) {
        for (const match of facts.text.slice(pos, end).matchAll(/[\u201C\u201D\u2018\u2019]/g)) {
          const start = pos + match.index;
          const newText = /[\u201C\u201D]/.test(match[0]) ? '"' : "'";
          report({
            at: placeAt(start, start + 1),
            message: `The shell does not take this for a quote. Use ${newText}.`,
            fixes: () => [{ title: `Write ${newText}`, safe: true, edits: [{ start, end: start + 1, newText }] }],
          });
        }
      }
    }
  },
});
