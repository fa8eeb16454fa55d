import type { Span } from '../text/span.ts';

export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Spans, in any order and nesting, that answer quickly whether one of them meets another span. */
export class Places {
  private readonly starts: number[] = [];
  /** The furthest end among the spans up to here. */
  private readonly ends: number[] = [];

  constructor(spans: readonly Span[]) {
    let furthest = -1;
    for (const { start, end } of [...spans].sort(byPlace)) {
      furthest = Math.max(furthest, end);
      this.starts.push(start);
      this.ends.push(furthest);
    }
  }

  /** True when one of the spans shares a character with `at` or begins where it begins. */
  meet(at: Span): boolean {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= at.start) low = middle + 1;
      else high = middle;
    }
    const before = low - 1;
    if (before >= 0 && ((this.ends[before] ?? 0) > at.start || this.starts[before] === at.start)) return true;
    return (this.starts[low] ?? Number.POSITIVE_INFINITY) < at.end;
  }
}
