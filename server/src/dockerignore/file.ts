import { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** A line of an ignore file that is no comment and not blank. */
export interface Pattern {
  /** The line without the blanks around it. */
  readonly at: Span;
  /** An exception: `!` stands before the pattern. */
  readonly isException: boolean;
  /** Behind the `!`, without blanks around it. */
  readonly body: Span;
  readonly text: string;
  /** As BuildKit matches it: no `.`, no doubled slashes, `..` resolved, no slash at the start or end. */
  readonly cleaned: string;
}

/** A parsed `.dockerignore`. Immutable, made once per document version. */
export interface DockerignoreFile {
  readonly uri: string;
  readonly text: string;
  readonly lines: Lines;
  readonly patterns: readonly Pattern[];
  /** From the `#` to the end of the line. */
  readonly comments: readonly Span[];
}

/** Reads an ignore file as BuildKit does: only a `#` at the very start of a line begins a comment. */
export function dockerignoreFile(uri: string, text: string): DockerignoreFile {
  const lines = new Lines(text);
  const patterns: Pattern[] = [];
  const comments: Span[] = [];
  for (let line = 0; line < lines.count; line++) {
    let { start, end } = lines.span(line);
    if (start === 0 && text.charCodeAt(0) === 0xfeff) start++;
    if (text[start] === '#') {
      comments.push({ start, end });
      continue;
    }
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (start === end) continue;
    const isException = text[start] === '!';
    let bodyStart = isException ? start + 1 : start;
    while (bodyStart < end && isBlank(text.charCodeAt(bodyStart))) bodyStart++;
    const body = { start: bodyStart, end };
    const written = text.slice(body.start, body.end);
    patterns.push({ at: { start, end }, isException, body, text: written, cleaned: cleaned(written) });
  }
  return { uri, text, lines, patterns, comments };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 11 || code === 12;
}

function cleaned(pattern: string): string {
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !pattern.startsWith('/')) parts.push(part);
  }
  return parts.join('/');
}
