/** A range of UTF-16 offsets into one text; `end` is exclusive. Every position below the LSP edge is one of these. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a part of a file begins. Spans and texts of that part count from it, so that the part can be kept when an edit
 * before it moves it: setting `offset` moves them all.
 */
export interface Origin {
  offset: number;
}

/** A span that moves with the part of the file it lies in. */
export class MovingSpan implements Span {
  // One of many objects: fields that are only declared spare each an initialiser of its own, which engines call as a function.
  declare private readonly origin: Origin;
  declare private readonly from: number;
  declare private readonly to: number;

  /** `from` and `to` count from the origin. */
  constructor(origin: Origin, from: number, to: number) {
    this.origin = origin;
    this.from = from;
    this.to = to;
  }

  get start(): number {
    return this.origin.offset + this.from;
  }

  get end(): number {
    return this.origin.offset + this.to;
  }
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** True when the offset lies in the span or directly behind it, which is where a cursor sits after typing a word. */
export function touches(at: Span, offset: number): boolean {
  return at.start <= offset && offset <= at.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
