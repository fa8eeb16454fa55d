import type { Entry } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellUnicodeQuoteInside = shellRule({
  id: 'shell-unicode-quote-inside',
  summary: 'A quoted text does not end in a curly quote.',
  why: 'It ends at the next straight one; a curly quote in it is just text, which may be meant.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC1111', 'shellcheck/SC1112'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo "done«”» ok"\n',
      good: 'FROM debian:12\nRUN echo "done" ok\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    const quoted: readonly (readonly [readonly Entry<Ast.SingleQuotedPart | Ast.DoubleQuotedPart>[], RegExp])[] = [
      [facts.all('DoubleQuoted'), /[\u201C\u201D]/g],
      [facts.all('SingleQuoted'), /[\u2018\u2019]/g],
    ];
    for (const [entries, mark] of quoted) {
      for (const { node, frame } of entries) {
        for (const { index } of node.text.matchAll(mark)) {
          const at = node.pos + index;
          report({
            at: placeAt(at, at + 1, frame),
            message: 'This does not end the quoted text. Use a straight quote, or none.',
          });
        }
      }
    }
  },
});
