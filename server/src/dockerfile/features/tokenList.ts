import { semanticTokenModifiers, semanticTokenTypes } from '../../language.ts';
import type { Lines } from '../../text/lines.ts';
import type { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';

type Type = (typeof semanticTokenTypes)[number];
type Modifier = (typeof semanticTokenModifiers)[number];

/** A type with modifiers in one number: the bits of the modifiers above the number of the type. */
export type TokenKind = number;

const TYPE_BITS = 8;
const TYPE_MASK = (1 << TYPE_BITS) - 1;

function kind(type: Type, ...modifiers: readonly Modifier[]): TokenKind {
  let bits = 0;
  for (const modifier of modifiers) bits |= 1 << semanticTokenModifiers.indexOf(modifier);
  return semanticTokenTypes.indexOf(type) | (bits << TYPE_BITS);
}

export const tokenKinds = {
  keyword: kind('keyword'),
  deprecatedKeyword: kind('keyword', 'deprecated'),
  comment: kind('comment'),
  directive: kind('decorator'),
  flag: kind('parameter'),
  property: kind('property'),
  choice: kind('enumMember'),
  string: kind('string'),
  number: kind('number'),
  operator: kind('operator'),
  image: kind('class'),
  stage: kind('namespace'),
  stageDeclaration: kind('namespace', 'declaration'),
  heredoc: kind('macro'),
  variable: kind('variable'),
  variableDeclaration: kind('variable', 'declaration'),
  argumentDeclaration: kind('variable', 'declaration', 'readonly'),
  builderVariable: kind('variable', 'defaultLibrary', 'readonly'),
  command: kind('function'),
  builtin: kind('function', 'defaultLibrary'),
  functionDeclaration: kind('function', 'declaration'),
} as const;

/** Collects tokens, part of the file by part; of tokens that overlap, the one that begins first stays. */
export class TokenList {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly kinds: TokenKind[] = [];
  /** Where the part that is being collected begins, and whether its tokens came in order. */
  private part = 0;
  private isSorted = true;

  add(start: number, end: number, token: TokenKind): void {
    if (end <= start) return;
    const { starts } = this;
    const count = starts.length;
    if (count > this.part && start < (starts[count - 1] ?? 0)) this.isSorted = false;
    starts.push(start);
    this.ends.push(end);
    this.kinds.push(token);
  }

  addSpan({ start, end }: Span, token: TokenKind): void {
    this.add(start, end, token);
  }

  /** A stretch of a text that may stand in the file in several pieces. */
  addMapped(source: MappedText, from: number, to: number, token: TokenKind): void {
    if (to <= from) return;
    const start = source.at(from);
    if (source.isContiguous || source.at(to - 1) - start === to - 1 - from) {
      this.add(start, start + to - from, token);
      return;
    }
    for (const piece of source.slice(from, to).pieces()) this.add(piece.start, piece.end, token);
  }

  /** Ends a part of the file: all later tokens stand behind it. */
  endPart(): void {
    const { starts, ends, kinds, part } = this;
    if (!this.isSorted) {
      const order = Array.from({ length: starts.length - part }, (_, index) => part + index);
      order.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
      for (const list of [starts, ends, kinds]) {
        const sorted = order.map((index) => list[index] ?? 0);
        for (let index = 0; index < sorted.length; index++) list[part + index] = sorted[index] ?? 0;
      }
      this.isSorted = true;
    }
    this.part = starts.length;
  }

  /** As the protocol wants it: five numbers for each token, none longer than its line. */
  encode(text: string, lines: Lines, within: Span | undefined): number[] {
    const { starts, ends, kinds } = this;
    // Made in its full size: growing it step by step takes longer than all the rest.
    const data = new Array<number>(starts.length * 5);
    let count = 0;
    const from = within?.start ?? 0;
    const to = within?.end ?? text.length;
    const lastLine = lines.count - 1;
    let line = lines.lineAt(from);
    let lineStart = lines.start(line);
    let lineEnd = lines.end(line);
    let previousLine = 0;
    let previousStart = 0;
    let covered = 0;
    for (let token = 0; token < starts.length; token++) {
      let start = starts[token] ?? 0;
      const end = ends[token] ?? 0;
      if (start < covered || end <= from || start >= to) continue;
      covered = end;
      if (start < lineStart) {
        // The first token may reach into the span from a line before it.
        line = lines.lineAt(start);
        lineStart = lines.start(line);
        lineEnd = lines.end(line);
      }
      while (start < end) {
        while (start > lineEnd && line < lastLine) {
          line++;
          lineStart = lines.start(line);
          lineEnd = lines.end(line);
        }
        const stop = Math.min(end, lineEnd);
        if (stop > start) {
          const character = start - lineStart;
          const bits = kinds[token] ?? 0;
          data[count++] = line - previousLine;
          data[count++] = line === previousLine ? character - previousStart : character;
          data[count++] = stop - start;
          data[count++] = bits & TYPE_MASK;
          data[count++] = bits >> TYPE_BITS;
          previousLine = line;
          previousStart = character;
        }
        if (stop === end || line === lastLine) break;
        start = lines.start(line + 1);
      }
    }
    data.length = count;
    return data;
  }
}
