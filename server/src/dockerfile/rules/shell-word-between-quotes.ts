import type { Ast } from '../../shell/tree.ts';
import { quote } from '../../text/quote.ts';
import { shellRule } from '../shellRule.ts';

export const shellWordBetweenQuotes = shellRule({
  id: 'shell-word-between-quotes',
  summary: 'A word is quoted as a whole, not around its middle.',
  why: 'In "a"b"c" the middle stands outside of the quotes: usually inner quotes that should have been escaped.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2140', 'shellcheck/SC2026'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo "<a href="«index.html»">" > page\n',
      good: 'FROM debian:12\nRUN echo "<a href=\\"index.html\\">" > page\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('Word')) {
      const { parts } = entry.node;
      if (parts === undefined || parts.length < 3 || facts.role(entry) === 'test') continue;
      for (let index = 1; index < parts.length - 1; index++) {
        const [before, middle, after] = [parts[index - 1], parts[index], parts[index + 1]];
        if (middle?.type !== 'Literal' || before?.type !== after?.type) continue;
        if (before?.type !== 'DoubleQuoted' && before?.type !== 'SingleQuoted') continue;
        if (before.type === 'SingleQuoted' ? !/^\w+$/.test(middle.text) : !isProbablyInner(before, middle, after))
          continue;
        report({
          at: { start: middle.pos, end: middle.end, frame: entry.frame },
          message: `${quote(middle.text)} stands outside of the quotes around it. Escape the inner quotes, or quote the word as a whole.`,
        });
      }
    }
  },
});

/** Not for the usual `"$a"/"$b"`, `"$a"="$b"`, `"$a":"$b"`. */
function isProbablyInner(before: Ast.WordPart, middle: Ast.LiteralPart, after: Ast.WordPart | undefined): boolean {
  if (middle.text === '=' || middle.text === ':' || middle.text === '/') return false;
  return isText(before) || isText(after);
}

function isText(part: Ast.WordPart | undefined): boolean {
  return part?.type === 'DoubleQuoted' && part.parts.every((inner) => inner.type === 'Literal');
}
