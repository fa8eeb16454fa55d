import { describe, type Node, pathOf } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';
import { shapesAt } from '../schema/schema.ts';

const words = /^(?:y|yes|on|n|no|off)$/i;
const anyWord = /:[ \t]+['"]?(?:y|yes|on|n|no|off)['"]?[ \t]*(?:[#,}]|\r?$)/im;

export const yamlBoolean = composeRule({
  id: 'yaml-boolean',
  summary: "Booleans are written 'true' and 'false'.",
  why: "'yes', 'no', 'on' and 'off' are words in YAML 1.2; Compose accepts them for now and warns.",
  category: 'deprecation',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    tty: «yes»\n    restart: no\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    tty: true\n    restart: no\n',
    },
  ],
  check({ tree, text }, report) {
    if (!anyWord.test(text)) return;
    const visit = (node: Node): void => {
      if (node.kind === 'mapping') for (const { value } of node.entries) visit(value);
      else if (node.kind === 'sequence') for (const item of node.items) visit(item);
      else if (node.kind === 'scalar' && words.test(node.value) && !node.isQuoted) {
        const shapes = shapesAt(pathOf(node));
        if (!shapes.some(({ types }) => types.includes('boolean')) || isFree(shapes)) return;
        const newText = /^(?:y|yes|on)$/i.test(node.value) ? 'true' : 'false';
        report({
          at: node.at,
          message: `${describe(node)} is a boolean. Write '${newText}' instead of '${node.value}'.`,
          fixes: () => [{ title: `Change to '${newText}'`, safe: true, edits: [{ at: node.at, newText }] }],
        });
      }
    };
    for (const { root } of tree.documents) if (root) visit(root);
  },
});

/** Values of variables and labels may be anything. */
function isFree(shapes: ReturnType<typeof shapesAt>): boolean {
  return shapes.some(({ types }) => types.includes('number'));
}
