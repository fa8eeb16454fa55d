import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule, surround } from '../shellRule.ts';

export const shellQuoteGlobBase = shellRule({
  id: 'shell-quote-glob-base',
  summary: 'A variable beside a wildcard of a for loop is quoted.',
  why: 'A blank in its value splits the wildcard in two.',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2231'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN for file in «$HOME»/*.conf; do cat "$file"; done\n',
      good: 'FROM debian:12\nRUN for file in "$HOME"/*.conf; do cat "$file"; done\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('For')) {
      for (const { parts } of node.wordlist ?? []) {
        if (!parts?.some((part) => part.type === 'Glob')) continue;
        for (const part of parts.filter(isExpansion)) {
          report({
            at: placeOf({ node: part, frame }),
            message: 'Quote it, and leave the wildcard unquoted.',
            fixes: () => [{ title: 'Quote it', safe: true, edits: surround(part, '"', '"') }],
          });
        }
      }
    }
  },
});

function isExpansion({ type }: Ast.WordPart): boolean {
  return type === 'SimpleExpansion' || type === 'ParameterExpansion' || type === 'CommandExpansion';
}
