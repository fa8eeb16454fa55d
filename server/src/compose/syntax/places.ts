import type { Span } from '../../text/span.ts';
import type { Entry, Node } from './tree.ts';

/** The entry whose key names a node: its own, or that of the list it stands in. */
export function entryOf(node: Node): Entry | undefined {
  let current: Node = node;
  while (current.parent?.kind === 'sequence') current = current.parent;
  return current.parent?.kind === 'entry' ? current.parent : undefined;
}

/** What stands for a value on one line: a scalar or alias itself, the key of a collection, the first key of an item. */
export function headOf(node: Node): Span {
  if (node.kind === 'scalar' || node.kind === 'alias') {
    if (node.at.start !== node.at.end) return node.at;
    return node.parent?.kind === 'entry' ? node.parent.key.at : node.at;
  }
  if (node.parent?.kind === 'entry') return node.parent.key.at;
  const first = node.kind === 'mapping' ? node.entries[0]?.key : node.items[0];
  if (first && !node.flow) return headOf(first);
  return node.flow && node.at.end > node.at.start ? { start: node.at.start, end: node.at.start + 1 } : node.at;
}

/** How messages call a value: `'ports'`, or an item of it. */
export function describe(node: Node): string {
  const name = entryOf(node)?.name ?? '';
  if (node.parent?.kind === 'sequence') return name === '' ? 'This item' : `An item of '${name}'`;
  return name === '' ? 'This value' : `'${name}'`;
}
