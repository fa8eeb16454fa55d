import { isSplitWord } from '../../shell/splitting.ts';
import type { Ast } from '../../shell/tree.ts';
import { quote } from '../../text/quote.ts';
import { placeOf, shellRule, surround } from '../shellRule.ts';

export const shellQuoteArray = shellRule({
  id: 'shell-quote-array',
  summary: 'Arguments and arrays are expanded in quotes: "$@", "${array[@]}".',
  why: 'Unquoted they are split at blanks and globbed, so that arguments with blanks fall apart.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2068'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN run() { env «$@»; }; run a "b c"\n',
      good: 'FROM debian:12\nRUN run() { env "$@"; }; run a "b c"\n',
    },
    {
      bad: 'FROM fedora:41\nRUN files=(*.txt); ls «${files[@]}»\n',
      good: 'FROM fedora:41\nRUN files=(*.txt); ls "${files[@]}"\n',
    },
  ],
  find(facts, report) {
    for (const entry of facts.expansions) {
      const { node } = entry;
      if (!isList(node)) continue;
      const { word, role, isQuoted, isOperand } = facts.place(entry);
      if (isQuoted || isOperand || word === undefined || (role !== 'list' && !isSplitWord(facts, word, role))) continue;
      report({
        at: placeOf(entry),
        message: `${quote(node.text)} splits its elements at blanks. Quote it to keep each of them one word.`,
        fixes: () => [{ title: `Quote ${quote(node.text)}`, safe: true, edits: surround(node, '"', '"') }],
      });
    }
  },
});

function isList(node: Ast.SimpleExpansionPart | Ast.ParameterExpansionPart): boolean {
  if (node.type === 'SimpleExpansion') return node.text === '$@';
  if (node.prefix === '#') return false;
  if (node.operation?.type === 'Default' && node.operation.operator.endsWith('+')) return false;
  return node.parameter === '@' || node.index?.text === '@';
}
