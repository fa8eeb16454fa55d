import type { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import { isSpace } from './blanks.ts';

/** A heredoc marker found in a logical line, before its body has been read. */
export interface HeredocMarker {
  readonly name: string;
  readonly marker: Span;
  readonly nameSpan: Span;
  readonly descriptor: number | undefined;
  readonly chomp: boolean;
  readonly expand: boolean;
}

const LESS = 60;
const DASH = 45;
const BACKSLASH = 92;
const SINGLE_QUOTE = 39;
const DOUBLE_QUOTE = 34;

/**
 * Markers of a logical line. The line is cut into words at white space outside quotes (the escape is always `\` here,
 * white space between `<<` and the name does not cut), and a word counts when it is digits, `<<`, an optional `-` and a
 * name without `<`. A line with unbalanced quotes has none.
 */
export function heredocMarkers(line: MappedText): HeredocMarker[] {
  const { text } = line;
  if (!text.includes('<<')) return [];
  const found: HeredocMarker[] = [];
  let index = 0;
  while (index < text.length) {
    while (index < text.length && isSpace(text.charCodeAt(index))) index++;
    if (index >= text.length) break;
    const start = index;
    let quote = 0;
    while (index < text.length) {
      const code = text.charCodeAt(index);
      if (code === BACKSLASH && quote !== SINGLE_QUOTE) {
        index += 2;
        continue;
      }
      if (quote === 0) {
        if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) quote = code;
        else if (isSpace(code)) {
          const previous = text.charCodeAt(index - 1) === DASH ? index - 1 : index;
          const glued =
            previous - start >= 2 && text.charCodeAt(previous - 1) === LESS && text.charCodeAt(previous - 2) === LESS;
          if (!glued) break;
          let next = index;
          while (next < text.length && isSpace(text.charCodeAt(next))) next++;
          if (next >= text.length) break;
          index = next;
          continue;
        }
      } else if (code === quote) quote = 0;
      index++;
    }
    if (quote !== 0) return [];
    index = Math.min(index, text.length);
    const marker = readMarker(line, start, index);
    if (marker !== undefined) found.push(marker);
  }
  return found;
}

function readMarker(line: MappedText, start: number, end: number): HeredocMarker | undefined {
  const { text } = line;
  let index = start;
  while (index < end && text.charCodeAt(index) >= 48 && text.charCodeAt(index) <= 57) index++;
  const descriptor = index > start ? Number(text.slice(start, index)) : undefined;
  if (text.charCodeAt(index) !== LESS || text.charCodeAt(index + 1) !== LESS) return undefined;
  index += 2;
  const chomp = text.charCodeAt(index) === DASH;
  if (chomp) index++;
  while (index < end && isSpace(text.charCodeAt(index))) index++;
  if (index >= end) return undefined;
  const raw = text.slice(index, end);
  if (raw.includes('<')) return undefined;
  const name = withoutQuotes(raw);
  if (name.text === '' && !name.quoted) return undefined;
  return {
    name: name.text,
    marker: line.span(start, end),
    nameSpan: line.span(index, end),
    descriptor,
    chomp,
    expand: !name.quoted,
  };
}

/** Quotes are balanced, or the line would have no markers. */
function withoutQuotes(raw: string): { text: string; quoted: boolean } {
  let text = '';
  let quote = '';
  let quoted = false;
  for (let index = 0; index < raw.length; index++) {
    const char = raw.charAt(index);
    if (quote === "'") {
      if (char === "'") quote = '';
      else text += char;
    } else if (char === '\\') {
      const next = raw.charAt(index + 1);
      if (quote === '"' && next !== '"' && next !== '$' && next !== '\\') text += char;
      else {
        text += next;
        index++;
      }
    } else if (quote === '"') {
      if (char === '"') quote = '';
      else text += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      quoted = true;
    } else text += char;
  }
  return { text, quoted };
}
