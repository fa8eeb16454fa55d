import type { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import { isBlank, isSpace } from './blanks.ts';

/** A piece of a logical line. */
export interface Word {
  /** As written, without continuations; quotes kept. */
  readonly text: string;
  readonly span: Span;
  /** Maps offsets of `text` to the file. */
  readonly source: MappedText;
}

/** Most words are only read; their places are worked out when somebody asks. */
class Piece implements Word {
  // Declared only, as in MovingSpan.
  declare readonly text: string;
  declare private readonly line: MappedText;
  declare private readonly start: number;
  declare private readonly end: number;
  declare private spanCache: Span | undefined;
  declare private sourceCache: MappedText | undefined;

  constructor(line: MappedText, start: number, end: number) {
    this.text = line.text.slice(start, end);
    this.line = line;
    this.start = start;
    this.end = end;
    this.spanCache = undefined;
    this.sourceCache = undefined;
  }

  get span(): Span {
    this.spanCache ??= this.line.span(this.start, this.end);
    return this.spanCache;
  }

  get source(): MappedText {
    this.sourceCache ??= this.line.slice(this.start, this.end);
    return this.sourceCache;
  }
}

/** Splits at runs of blanks; quotes have no grouping effect. */
export function splitWords(source: MappedText): Word[] {
  const { text } = source;
  const words: Word[] = [];
  let index = 0;
  while (index < text.length) {
    while (index < text.length && isBlank(text.charCodeAt(index))) index++;
    if (index >= text.length) break;
    const start = index;
    while (index < text.length && !isBlank(text.charCodeAt(index))) index++;
    words.push(new Piece(source, start, index));
  }
  return words;
}

const SINGLE_QUOTE = 39;
const DOUBLE_QUOTE = 34;

/**
 * Splits at white space outside quotes, as ENV, LABEL and ARG do: quotes stay, the escape character keeps what follows
 * (not inside single quotes). An open quote reaches to the end.
 */
export function splitPairs(source: MappedText, escapeCharacter: string): Word[] {
  const { text } = source;
  const escapeCode = escapeCharacter.charCodeAt(0);
  const words: Word[] = [];
  let index = 0;
  while (index < text.length) {
    while (index < text.length && isSpace(text.charCodeAt(index))) index++;
    if (index >= text.length) break;
    const start = index;
    let quote = 0;
    while (index < text.length) {
      const code = text.charCodeAt(index);
      if (quote === 0 && isSpace(code)) break;
      if (code === escapeCode && quote !== SINGLE_QUOTE) {
        index += 2;
        continue;
      }
      if (quote === 0 && (code === SINGLE_QUOTE || code === DOUBLE_QUOTE)) quote = code;
      else if (code === quote) quote = 0;
      index++;
    }
    index = Math.min(index, text.length);
    words.push(new Piece(source, start, index));
  }
  return words;
}
