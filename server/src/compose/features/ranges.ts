import type { Location, Range } from 'vscode-languageserver-types';
import type { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

export function rangeOf({ lines }: { readonly lines: Lines }, { start, end }: Span): Range {
  return { start: lines.position(start), end: lines.position(end) };
}

export function locationOf(file: { readonly uri: string; readonly lines: Lines }, span: Span): Location {
  return { uri: file.uri, range: rangeOf(file, span) };
}
