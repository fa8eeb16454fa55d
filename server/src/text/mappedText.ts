import type { Span } from './span.ts';

/**
 * A text put together from pieces of a file (continuations joined, comments left out, a heredoc body appended), which
 * still knows where in the file each of its characters stands.
 */
export class MappedText {
  readonly text: string;
  /** `starts[i]` is where piece i begins in `text`, `offsets[i]` where it begins in the file. */
  private readonly starts: readonly number[];
  private readonly offsets: readonly number[];

  constructor(text: string, starts: readonly number[], offsets: readonly number[]) {
    this.text = text;
    this.starts = starts;
    this.offsets = offsets;
  }

  static plain(text: string, offset: number): MappedText {
    return new MappedText(text, [0], [offset]);
  }

  /** True when the text stands in the file as it is, in one piece. */
  get isContiguous(): boolean {
    return this.starts.length === 1;
  }

  /** The file offset of the character at `index`. */
  at(index: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return (this.offsets[low] ?? 0) + index - (starts[low] ?? 0);
  }

  /** The stretch of the file from the first to the last character; it may hold continuations in between. */
  span(start: number, end: number): Span {
    const from = this.at(start);
    return { start: from, end: end > start ? this.at(end - 1) + 1 : from };
  }

  slice(start: number, end: number = this.text.length): MappedText {
    const text = this.text.slice(start, end);
    if (this.starts.length === 1) return new MappedText(text, [0], [(this.offsets[0] ?? 0) + start]);
    const starts = [0];
    const offsets = [this.at(start)];
    for (let piece = 0; piece < this.starts.length; piece++) {
      const from = this.starts[piece] ?? 0;
      if (from <= start) continue;
      if (from >= end) break;
      starts.push(from - start);
      offsets.push(this.offsets[piece] ?? 0);
    }
    return new MappedText(text, starts, offsets);
  }

  /** This text, whose offsets are places in `outer.text`, mapped on to the file that `outer` comes from. */
  through(outer: MappedText): MappedText {
    if (outer.starts.length === 1) {
      const shift = outer.offsets[0] ?? 0;
      return new MappedText(
        this.text,
        this.starts,
        this.offsets.map((offset) => offset + shift),
      );
    }
    const parts: MappedText[] = [];
    for (let piece = 0; piece < this.starts.length; piece++) {
      const length = (this.starts[piece + 1] ?? this.text.length) - (this.starts[piece] ?? 0);
      const offset = this.offsets[piece] ?? 0;
      parts.push(outer.slice(offset, offset + length));
    }
    return MappedText.join(parts);
  }

  /** The stretches of the file it is made of, in order. */
  pieces(): Span[] {
    return this.starts.map((start, piece) => {
      const from = this.offsets[piece] ?? 0;
      return { start: from, end: from + (this.starts[piece + 1] ?? this.text.length) - start };
    });
  }

  /** The texts one after another. */
  static join(parts: readonly MappedText[]): MappedText {
    let text = '';
    const starts: number[] = [];
    const offsets: number[] = [];
    for (const part of parts) {
      for (const start of part.starts) starts.push(text.length + start);
      offsets.push(...part.offsets);
      text += part.text;
    }
    return new MappedText(text, starts.length ? starts : [0], offsets.length ? offsets : [0]);
  }
}
