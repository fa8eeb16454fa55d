import type { Node, Scalar } from '../syntax/tree.ts';
import type { YamlTree } from '../syntax/yaml.ts';

/** Every scalar that Compose interpolates and that holds a `$`: all values of mappings and lists, but no keys. */
export function* scalarValues(tree: YamlTree): Iterable<Scalar> {
  if (!tree.text.includes('$')) return;
  const pending: Node[] = [];
  for (const { root } of tree.documents) if (root) pending.push(root);
  for (let node = pending.pop(); node; node = pending.pop()) {
    switch (node.kind) {
      case 'scalar':
        if (node.value.includes('$')) yield node;
        break;
      case 'mapping':
        for (let index = node.entries.length - 1; index >= 0; index--) {
          const value = node.entries[index]?.value;
          if (value) pending.push(value);
        }
        break;
      case 'sequence':
        for (let index = node.items.length - 1; index >= 0; index--) {
          const item = node.items[index];
          if (item) pending.push(item);
        }
        break;
    }
  }
}
