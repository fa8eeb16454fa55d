import type { Span } from '../../text/span.ts';
import type { Tree } from './tree.ts';

export interface Leaf {
  readonly kind: 'directive' | 'comment' | 'keyword' | 'flag' | 'arguments' | 'heredoc-body' | 'heredoc-terminator';
  readonly span: Span;
}

/**
 * The leaves of the tree in the order of the file. They do not overlap, and what lies between them is only blanks, line
 * breaks and escape characters that continue a line: text of the tree = text of the file.
 */
export function leaves(tree: Tree): Leaf[] {
  const found: Leaf[] = [];
  for (const item of tree.items) {
    if (item.kind !== 'instruction') {
      found.push({ kind: item.kind, span: item.span });
      continue;
    }
    const inside: Leaf[] = item.innerComments.map((comment) => ({ kind: 'comment', span: comment.span }));
    const add = (kind: Leaf['kind'], pieces: Iterable<Span>) => {
      for (const span of pieces) if (span.end > span.start) inside.push({ kind, span });
    };
    const length = item.keywordText.length;
    add('keyword', item.head.slice(0, length).pieces());
    const rest = item.arguments;
    const flagsEnd = item.flagsEnd;
    add('flag', item.head.slice(length, flagsEnd).pieces());
    add('arguments', rest.pieces());
    for (const heredoc of item.heredocs) {
      add('heredoc-body', [heredoc.body]);
      if (heredoc.terminator !== undefined) add('heredoc-terminator', [heredoc.terminator]);
    }
    inside.sort((a, b) => a.span.start - b.span.start);
    found.push(...inside);
  }
  return found;
}
