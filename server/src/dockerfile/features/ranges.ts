import type { Location, Range } from 'vscode-languageserver-types';
import type { Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';

export function rangeOf({ lines }: DockerfileFile, { start, end }: Span): Range {
  return { start: lines.position(start), end: lines.position(end) };
}

export function locationOf(file: DockerfileFile, span: Span): Location {
  return { uri: file.uri, range: rangeOf(file, span) };
}
