import type { Entry } from '../../shell/facts.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellLiteralBrace = shellRule({
  id: 'shell-literal-brace',
  summary: 'Braces that are meant literally are quoted.',
  why: 'A brace that begins no list and no expansion is probably a slip: a semicolon before }, or quotes, are missing.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC1083'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN git show HEAD@«{»1«}»\n',
      good: "FROM debian:12\nRUN git show 'HEAD@{1}'\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('Word')) {
      const { node, frame } = entry;
      if (!/[{}]/.test(node.text) || facts.role(entry) === 'test' || facts.role(entry) === 'name' || isNested(entry))
        continue;
      for (const { text, pos } of node.parts === undefined
        ? [node]
        : node.parts.filter((part) => part.type === 'Literal')) {
        for (const match of text.replace(/\\[\s\S]|\{\}/g, '  ').matchAll(/[{}]/g)) {
          const start = pos + match.index;
          report({
            at: placeAt(start, start + 1, frame),
            message: `'${match[0]}' is an ordinary character here. Quote it, or put ';' before a '}' that ends a group.`,
          });
        }
      }
    }
  },
});

/** An operand of `${…}`. */
function isNested({ parent }: Entry): boolean {
  return (
    parent?.node.type !== undefined &&
    /^(?:Default|Remove|Replace|Slice|Transform|CaseModification|ParameterExpansion)$/.test(parent.node.type)
  );
}
