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

function word(source: MappedText, start: number, end: number): Word {
  const piece = source.slice(start, end);
  return { text: piece.text, span: source.span(start, end), source: piece };
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
    words.push(word(source, start, index));
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
    words.push(word(source, start, index));
  }
  return words;
}
