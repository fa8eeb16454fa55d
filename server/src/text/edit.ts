import type { Span } from './span.ts';

/** Replaces the text of a span; an empty span inserts. */
export interface TextEdit {
  readonly at: Span;
  readonly newText: string;
}

/** Applies edits that do not overlap; the order they are given in does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    result += text.slice(from, edit.at.start) + edit.newText;
    from = edit.at.end;
  }
  return result + text.slice(from);
}

/** Removes the lines that a span touches, with one line break. */
export function removeLines(text: string, { start, end }: Span): TextEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  if (newline !== -1) return { at: { start: from, end: newline + 1 }, newText: '' };
  const before = from > 0 && text[from - 2] === '\r' ? from - 2 : Math.max(0, from - 1);
  return { at: { start: before, end: text.length }, newText: '' };
}

/** The line break that a text uses, by its first one. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}
