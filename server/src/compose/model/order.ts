import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { Entry, Node } from '../syntax/tree.ts';
import type { ComposeFile } from './file.ts';

/** Blocks of whole lines that may change places. */
interface Block {
  readonly start: number;
  readonly end: number;
}

/** Edits that put a file's entries or items in another order; none when they cannot be moved without harm. */
export function reordered(
  file: ComposeFile,
  parts: readonly (Entry | Node)[],
  order: readonly (Entry | Node)[],
): readonly TextEdit[] {
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return [];
  // An alias must stay below its anchor, so nothing moves when the parts hold an anchor that is used.
  const area = { start: first.at.start, end: last.at.end };
  if (
    file.tree.documents.some(({ anchors, aliases }) =>
      anchors.some(({ anchor, at }) => {
        return (
          anchor !== undefined &&
          at.start >= area.start &&
          at.start <= area.end &&
          aliases.some(({ name }) => name === anchor.name)
        );
      }),
    )
  )
    return [];
  const flow = parts.every((part) => isFlow(part));
  const blocks = flow ? parts.map(({ at }) => at) : lineBlocks(file, parts);
  if (!blocks) return [];
  const texts = new Map<Entry | Node, string>();
  parts.forEach((part, index) => {
    const block = blocks[index];
    if (block) texts.set(part, file.text.slice(block.start, block.end));
  });
  return order.flatMap((part, index) => {
    const at = blocks[index];
    const text = texts.get(part);
    return at && text !== undefined && parts[index] !== part ? [{ at, newText: text }] : [];
  });
}

function isFlow(part: Entry | Node): boolean {
  const { parent } = part;
  return parent !== undefined && parent.kind !== 'entry' && parent.flow;
}

/** Each part with the comments above it and without the line break at its end. */
function lineBlocks(file: ComposeFile, parts: readonly (Entry | Node)[]): Block[] | undefined {
  const { lines, text } = file;
  const blocks: Block[] = [];
  let free = -1;
  for (const part of parts) {
    const firstLine = lines.lineAt(part.at.start);
    let from = firstLine;
    // Comments above the first part of a whole file speak of the file.
    const isHead = blocks.length === 0 && part.at.start === lines.start(firstLine);
    while (from - 1 > free && !isHead && isComment(text, lines.span(from - 1))) from--;
    const last = lines.lineAt(endOf(part.at));
    const lead = text.slice(lines.start(firstLine), part.at.start);
    // Something else on the first line, such as the dash of an outer list, would be moved along.
    if (!/^\s*(?:- )?$/.test(lead) || firstLine <= free) return undefined;
    blocks.push({ start: lines.start(from), end: lines.end(last) });
    free = last;
  }
  return blocks;
}

function endOf({ start, end }: Span): number {
  return Math.max(start, end - 1);
}

function isComment(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trimStart().startsWith('#');
}
