import { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';

export interface JsonElement {
  /** The decoded string; `undefined` for numbers, booleans, null and nested values. */
  readonly value: string | undefined;
  /** Quotes included. */
  readonly span: Span;
  /** `value`, mapped to the file; of other values than strings the raw text. */
  readonly source: MappedText;
}

export interface JsonArray {
  readonly span: Span;
  readonly elements: readonly JsonElement[];
  /** BuildKit refuses arrays that hold anything but strings. */
  readonly allStrings: boolean;
}

const DOUBLE_QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const OPEN_BRACKET = 91;

/** Reads exec form: the whole text must be one JSON array by the strict grammar (RFC 8259); otherwise `undefined`. */
export function parseJsonArray(source: MappedText): JsonArray | undefined {
  const { text } = source;
  if (text.charCodeAt(0) !== OPEN_BRACKET || !text.endsWith(']')) return undefined;
  let decoded: unknown;
  try {
    decoded = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(decoded)) return undefined;
  const elements: JsonElement[] = [];
  let allStrings = true;
  let index = 1;
  // The text is known to be valid JSON, so elements can be cut by looking at quotes, commas and nesting alone.
  for (const value of decoded as unknown[]) {
    while (isJsonSpace(text.charCodeAt(index))) index++;
    const start = index;
    let depth = 0;
    while (index < text.length - 1) {
      const code = text.charCodeAt(index);
      if (code === DOUBLE_QUOTE) index = endOfString(text, index);
      else if (code === OPEN_BRACKET || code === 123) depth++;
      else if (code === 93 || code === 125) depth--;
      else if (code === COMMA && depth === 0) break;
      index++;
    }
    let end = index;
    while (end > start && isJsonSpace(text.charCodeAt(end - 1))) end--;
    const isString = typeof value === 'string';
    if (!isString) allStrings = false;
    elements.push({
      value: isString ? value : undefined,
      span: source.span(start, end),
      source: isString ? unescaped(source.slice(start + 1, end - 1), value) : source.slice(start, end),
    });
    index++;
  }
  return { span: source.span(0, text.length), elements, allStrings };
}

/** The inside of a string with its escapes resolved; each stands for the place where it begins. */
function unescaped(raw: MappedText, value: string): MappedText {
  if (!raw.text.includes('\\')) return raw;
  const starts: number[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (let index = 0; index < value.length; index++) {
    starts.push(index);
    offsets.push(raw.at(at) - raw.origin.offset);
    at += raw.text.charCodeAt(at) !== BACKSLASH ? 1 : raw.text.charAt(at + 1) === 'u' ? 6 : 2;
  }
  return new MappedText(
    value,
    starts.length > 0 ? starts : [0],
    offsets.length > 0 ? offsets : [raw.at(0) - raw.origin.offset],
    raw.origin,
  );
}

/** Index of the closing quote of the string that opens at `index`. */
function endOfString(text: string, index: number): number {
  let at = index + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === DOUBLE_QUOTE) return at;
    at++;
  }
  return at;
}

function isJsonSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
