import type { SuppressionComment } from '../lint/linted.ts';
import type { Span } from '../text/span.ts';
import type { ComposeFile } from './model/file.ts';
import type { Node } from './syntax/tree.ts';
import { commentsOf, type YamlTree } from './syntax/yaml.ts';

/** The comments of a file, each with the entry or list item it speaks of: the next one, or the one it stands behind. */
export function comments({ tree, text, lines }: ComposeFile): readonly SuppressionComment[] {
  const found = commentsOf(tree);
  if (found.length === 0) return [];
  const parts = partsOf(tree);
  return found.map((at) => {
    const lineStart = lines.start(lines.lineAt(at.start));
    const trailing = text.slice(lineStart, at.start).trim() !== '';
    const next = firstFrom(parts, trailing ? lineStart : at.end);
    return { at, text: text.slice(at.start + 1, at.end).trim(), next, trailing };
  });
}

/** Spans of entries and items in the order of their starts, the outermost first. */
function partsOf(tree: YamlTree): Span[] {
  const parts: Span[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'mapping') {
      for (const entry of node.entries) {
        parts.push(entry.at);
        visit(entry.value);
      }
    } else if (node.kind === 'sequence') {
      for (const item of node.items) {
        parts.push(item.at);
        visit(item);
      }
    }
  };
  for (const { root } of tree.documents) if (root) visit(root);
  return parts;
}

function firstFrom(parts: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return parts[low];
}
