import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { ComposeFile } from '../model/file.ts';
import type { Node } from '../syntax/tree.ts';
import { commentsOf } from '../syntax/yaml.ts';

/** Entries and items that span lines, runs of comment lines, documents of a file with several, and `# region`. */
export function folding(file: ComposeFile): readonly FoldingRange[] {
  const { lines, tree } = file;
  const byStart = new Map<number, FoldingRange>();
  const add = (start: number, end: number, kind?: FoldingRange['kind']): void => {
    const startLine = lines.lineAt(start);
    const endLine = lines.lineAt(Math.max(start, end - 1));
    if (endLine <= startLine) return;
    const known = byStart.get(startLine);
    // The outermost of several that begin on a line.
    if (!known || known.endLine < endLine) byStart.set(startLine, { startLine, endLine, ...(kind && { kind }) });
  };
  const visit = (node: Node): void => {
    if (node.kind === 'mapping') {
      for (const entry of node.entries) {
        add(entry.at.start, entry.at.end);
        visit(entry.value);
      }
    } else if (node.kind === 'sequence') {
      for (const item of node.items) {
        add(item.at.start, item.at.end);
        visit(item);
      }
    }
  };
  for (const { root } of tree.documents) {
    if (!root) continue;
    if (tree.documents.length > 1) add(root.at.start, root.at.end);
    visit(root);
  }
  return [...byStart.values(), ...commentFolds(file)].sort((a, b) => a.startLine - b.startLine);
}

function commentFolds({ tree, lines, text }: ComposeFile): FoldingRange[] {
  const found: FoldingRange[] = [];
  const regions: number[] = [];
  let first = -1;
  let last = -1;
  const flush = (): void => {
    if (last > first) found.push({ startLine: first, endLine: last, kind: FoldingRangeKind.Comment });
    first = -1;
    last = -1;
  };
  for (const { start, end } of commentsOf(tree)) {
    const line = lines.lineAt(start);
    const comment = text.slice(start, end);
    if (/^#\s*#?region\b/.test(comment)) regions.push(line);
    const opened = /^#\s*#?endregion\b/.test(comment) ? regions.pop() : undefined;
    if (opened !== undefined) found.push({ startLine: opened, endLine: line, kind: FoldingRangeKind.Region });
    if (text.slice(lines.start(line), start).trim() !== '') continue;
    if (line !== last + 1 || first === -1) {
      flush();
      first = line;
    }
    last = line;
  }
  flush();
  return found;
}
