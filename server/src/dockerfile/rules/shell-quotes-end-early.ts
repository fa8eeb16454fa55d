import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellQuotesEndEarly = shellRule({
  id: 'shell-quotes-end-early',
  summary: 'A variable between two quoted texts is inside of the quotes.',
  why: '"a"$b"c" leaves just the variable outside of the quotes, where it is split.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2027'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo "Building in "«$PWD»" now"\n',
      good: 'FROM debian:12\nRUN echo "Building in $PWD now"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('DoubleQuoted').length < 2) return;
    for (const { node, parent, frame } of facts.all('DoubleQuoted')) {
      if (parent?.node.type !== 'Word' && parent?.node.type !== 'Assignment') continue;
      const parts = parent.node.type === 'Word' ? (parent.node.parts ?? []) : [];
      const index = parts.indexOf(node);
      const [middle, after] = [parts[index + 1], parts[index + 2]];
      if (after?.type !== 'DoubleQuoted' || middle === undefined || !isExpansion(middle)) continue;
      report({
        at: placeOf({ node: middle, frame }),
        message: 'The quotes before and behind it leave it out. Remove them, or escape them.',
      });
    }
  },
});

function isExpansion({ type }: Ast.WordPart): boolean {
  return type === 'SimpleExpansion' || type === 'ParameterExpansion' || type === 'CommandExpansion';
}
