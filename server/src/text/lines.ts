import type { Span } from './span.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Line starts of a text. A line ends at `\n`, `\r\n` or a lone `\r`, as the Language Server Protocol counts them;
 * lines and characters are 0-based, characters are UTF-16 units.
 */
export class Lines {
  readonly starts: readonly number[];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    if (text.includes('\r')) {
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (code === LINE_FEED) starts.push(index + 1);
        else if (code === CARRIAGE_RETURN && text.charCodeAt(index + 1) !== LINE_FEED) starts.push(index + 1);
      }
    } else {
      for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
    }
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length;
  }

  /** Number of the line that holds the offset; offsets outside the text count as its ends. */
  lineAt(offset: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  start(line: number): number {
    return this.starts[Math.max(0, line)] ?? this.text.length;
  }

  /** End of the line without its line break. */
  end(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    let end = next - 1;
    if (end > 0 && this.text.charCodeAt(end) === LINE_FEED && this.text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
    return Math.max(end, this.start(line));
  }

  span(line: number): Span {
    return { start: this.start(line), end: this.end(line) };
  }

  position(offset: number): { line: number; character: number } {
    const clamped = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.start(line) };
  }

  offset(position: { readonly line: number; readonly character: number }): number {
    if (position.line < 0) return 0;
    if (position.line >= this.count) return this.text.length;
    return Math.min(this.start(position.line) + Math.max(0, position.character), this.end(position.line));
  }
}
