import { associativeArrays } from '../../shell/arrays.ts';
import type { Entry } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellArithmeticDollar = shellRule({
  id: 'shell-arithmetic-dollar',
  summary: 'Variables stand in $((…)) without a dollar sign.',
  why: 'Names are variables there anyway; without the sign the value cannot change how the formula is read.',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2004'],
  examples: [
    { bad: 'FROM debian:12\nRUN n=1; echo $((«$n» + 1))\n', good: 'FROM debian:12\nRUN n=1; echo $((n + 1))\n' },
  ],
  find(facts, report) {
    const words: Pick<Entry<Ast.Word | Ast.ArithmeticWord>, 'node' | 'frame'>[] = [...facts.all('ArithmeticWord')];
    const associative = associativeArrays(facts);
    for (const { node, frame } of facts.all('Assignment')) {
      if (node.index !== undefined && !associative.has(node.name)) words.push({ node: node.index, frame });
    }
    for (const { node, frame } of words) {
      const value = node.type === 'Word' ? node.text : node.value;
      const name = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})$/.exec(value);
      const text = name?.[1] ?? name?.[2];
      if (text === undefined) continue;
      report({
        at: placeOf({ node, frame }),
        message: `Write '${text}' without '$'.`,
        fixes: () => [
          { title: `Write '${text}'`, safe: true, edits: [{ start: node.pos, end: node.end, newText: text }] },
        ],
      });
    }
  },
});
