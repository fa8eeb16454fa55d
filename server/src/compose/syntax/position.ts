import type { Span } from '../../text/span.ts';
import type { Entry, Node } from './tree.ts';
import type { YamlTree } from './yaml.ts';

/** A node at an offset, and the way to it from the root: entries and nodes, the outermost first. */
export interface Place {
  readonly chain: readonly (Node | Entry)[];
  /** The innermost node. */
  readonly node: Node;
  /** True when the node is the key of its entry. */
  readonly isKey: boolean;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The innermost node that holds an offset or ends there. */
export function placeAt({ documents }: YamlTree, offset: number): Place | undefined {
  for (const { root } of documents) {
    if (!root || !holds(root.at, offset)) continue;
    const chain: (Node | Entry)[] = [root];
    let node: Node = root;
    for (;;) {
      const next: Node | Entry | undefined =
        node.kind === 'mapping'
          ? node.entries.find((entry) => holds(entry.at, offset))
          : node.kind === 'sequence'
            ? node.items.find((item) => holds(item.at, offset))
            : undefined;
      if (!next) return { chain, node, isKey: false };
      chain.push(next);
      if (next.kind !== 'entry') {
        node = next;
        continue;
      }
      if (holds(next.key.at, offset)) {
        chain.push(next.key);
        return { chain, node: next.key, isKey: true };
      }
      if (!holds(next.value.at, offset)) return { chain, node, isKey: false };
      chain.push(next.value);
      node = next.value;
    }
  }
  return undefined;
}
