import { placeAt, shellRule } from '../shellRule.ts';

export const shellHtmlEntity = shellRule({
  id: 'shell-html-entity',
  summary: "A script has '&&', '<' and '>', not their names in HTML.",
  why: 'It was copied from the source of a web page.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1109'],
  examples: [
    { bad: 'FROM debian:12\nRUN make «&amp;&amp;» make install\n', good: 'FROM debian:12\nRUN make && make install\n' },
    { bad: 'FROM debian:12\nRUN make «&gt;» log\n', good: 'FROM debian:12\nRUN make > log\n' },
  ],
  find(facts, report) {
    if (!/&(?:amp|lt|gt);/.test(facts.text)) return;
    for (const { index, 0: text } of facts.text.matchAll(/(?:&(?:amp|lt|gt);)+/g)) {
      if (facts.isQuotedAt(index)) continue;
      const newText = text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
      const end = index + text.length;
      report({
        at: placeAt(index, end),
        message: `This is HTML. Write '${newText}'.`,
        fixes: () => [{ title: `Write '${newText}'`, safe: true, edits: [{ start: index, end, newText }] }],
      });
    }
  },
});
