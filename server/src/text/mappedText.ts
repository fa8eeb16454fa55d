import { MovingSpan, type Origin, type Span } from './span.ts';

const START_OF_FILE: Origin = Object.freeze({ offset: 0 });

/**
 * A text put together from pieces of a file (continuations joined, comments left out, a heredoc body appended), which
 * still knows where in the file each of its characters stands.
 */
export class MappedText {
  // Declared only, as in MovingSpan.
  declare readonly text: string;
  declare readonly origin: Origin;
  /** Where the first piece begins, counted from the origin. */
  declare private readonly base: number;
  /** `starts[i]` is where piece i begins in `text`, `offsets[i]` where it begins in the file; absent for a single piece. */
  declare private readonly starts: readonly number[] | undefined;
  declare private readonly offsets: readonly number[] | undefined;

  /** @param offsets counted from `origin` */
  constructor(text: string, starts: readonly number[], offsets: readonly number[], origin: Origin = START_OF_FILE) {
    this.text = text;
    this.origin = origin;
    this.base = offsets[0] ?? 0;
    const isSingle = starts.length <= 1;
    this.starts = isSingle ? undefined : starts;
    this.offsets = isSingle ? undefined : offsets;
  }

  static plain(text: string, offset: number, origin: Origin = START_OF_FILE): MappedText {
    return new MappedText(text, NOTHING, [offset - origin.offset], origin);
  }

  /** A text that stands in one piece at an offset of the file, and moves with this one when an edit moves both. */
  beside(text: string, offset: number): MappedText {
    return new MappedText(text, NOTHING, [offset - this.origin.offset], this.origin);
  }

  /** True when the text stands in the file as it is, in one piece. */
  get isContiguous(): boolean {
    return this.starts === undefined;
  }

  /** The file offset of the character at `index`. */
  at(index: number): number {
    return this.origin.offset + this.relative(index);
  }

  private relative(index: number): number {
    const { starts, offsets } = this;
    if (starts === undefined || offsets === undefined) return this.base + index;
    const piece = pieceAt(starts, index);
    return (offsets[piece] ?? 0) + index - (starts[piece] ?? 0);
  }

  /** The stretch of the file from the first to the last character; it may hold continuations in between. */
  span(start: number, end: number): Span {
    const from = this.relative(start);
    const to = end > start ? this.relative(end - 1) + 1 : from;
    return this.origin === START_OF_FILE ? { start: from, end: to } : new MovingSpan(this.origin, from, to);
  }

  slice(start: number, end: number = this.text.length): MappedText {
    const text = this.text.slice(start, end);
    const { starts: ownStarts, offsets: ownOffsets } = this;
    if (ownStarts === undefined || ownOffsets === undefined) {
      return new MappedText(text, NOTHING, [this.base + start], this.origin);
    }
    const starts = [0];
    const offsets = [this.relative(start)];
    for (let piece = pieceAt(ownStarts, start) + 1; piece < ownStarts.length; piece++) {
      const from = ownStarts[piece] ?? 0;
      if (from >= end) break;
      starts.push(from - start);
      offsets.push(ownOffsets[piece] ?? 0);
    }
    return new MappedText(text, starts, offsets, this.origin);
  }

  /** This text, whose offsets are places in `outer.text`, mapped on to the file that `outer` comes from. */
  through(outer: MappedText): MappedText {
    const starts = this.starts ?? [0];
    const offsets = this.offsets ?? [this.base];
    if (outer.starts === undefined) {
      return new MappedText(
        this.text,
        starts,
        offsets.map((offset) => offset + outer.base),
        outer.origin,
      );
    }
    const parts: MappedText[] = [];
    for (let piece = 0; piece < starts.length; piece++) {
      const length = (starts[piece + 1] ?? this.text.length) - (starts[piece] ?? 0);
      const offset = offsets[piece] ?? 0;
      parts.push(outer.slice(offset, offset + length));
    }
    return MappedText.join(parts);
  }

  /** The stretches of the file it is made of, in order. */
  pieces(): Span[] {
    const starts = this.starts ?? [0];
    const offsets = this.offsets ?? [this.base];
    return starts.map((start, piece) => {
      const from = this.origin.offset + (offsets[piece] ?? 0);
      return { start: from, end: from + (starts[piece + 1] ?? this.text.length) - start };
    });
  }

  /** The texts one after another. */
  static join(parts: readonly MappedText[]): MappedText {
    const [first] = parts;
    if (first === undefined) return MappedText.plain('', 0);
    if (parts.length === 1) return first;
    let text = '';
    const starts: number[] = [];
    const offsets: number[] = [];
    for (const part of parts) {
      for (const start of part.starts ?? [0]) starts.push(text.length + start);
      const shift = part.origin.offset - first.origin.offset;
      for (const offset of part.offsets ?? [part.base]) offsets.push(offset + shift);
      text += part.text;
    }
    return new MappedText(text, starts, offsets, first.origin);
  }
}

/** Shared by all texts of one piece. */
const NOTHING: readonly number[] = [];

/** Number of the piece that holds the character at `index`. */
function pieceAt(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
