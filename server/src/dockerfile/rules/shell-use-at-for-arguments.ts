import { isSplitWord } from '../../shell/splitting.ts';
import type { Ast } from '../../shell/tree.ts';
import { quote } from '../../text/quote.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellUseAtForArguments = shellRule({
  id: 'shell-use-at-for-arguments',
  summary: 'All arguments are passed on as "$@", not as $*.',
  why: '$* unquoted is split at blanks, so that arguments with blanks fall apart.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2048'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN run() { env «$*»; }; run a "b c"\n',
      good: 'FROM debian:12\nRUN run() { env "$@"; }; run a "b c"\n',
    },
  ],
  find(facts, report) {
    for (const entry of facts.expansions) {
      const { node } = entry;
      const isStar = node.type === 'SimpleExpansion' ? node.text === '$*' : isStarExpansion(node);
      if (!isStar) continue;
      const { word, role, isQuoted, isOperand } = facts.place(entry);
      if (isQuoted || isOperand || word === undefined || (role !== 'list' && !isSplitWord(facts, word, role))) continue;
      const list = node.text.replace('*', '@');
      report({
        at: placeOf(entry),
        message: `${quote(node.text)} splits arguments at blanks. Use '"${list}"' to pass them on as they are.`,
        fixes: () => [
          {
            title: `Replace by '"${list}"'`,
            safe: false,
            edits: [{ start: node.pos, end: node.end, newText: `"${list}"` }],
          },
        ],
      });
    }
  },
});

function isStarExpansion({ prefix, parameter, index, operation }: Ast.ParameterExpansionPart): boolean {
  if (prefix !== undefined || (operation?.type === 'Default' && operation.operator.endsWith('+'))) return false;
  return parameter === '*' || index?.text === '*';
}
