import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver-types';
import type { DockerfileFile } from '../model/file.ts';
import { namedAt, occurrences } from './names.ts';
import { locationOf, rangeOf } from './ranges.ts';

export function references(file: DockerfileFile, offset: number, includeDeclaration: boolean): readonly Location[] {
  const named = namedAt(file, offset);
  if (named === undefined) return [];
  return occurrences(file, named)
    .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
    .map(({ span }) => locationOf(file, span));
}

export function highlight(file: DockerfileFile, offset: number): readonly DocumentHighlight[] {
  const named = namedAt(file, offset);
  if (named === undefined) return [];
  return occurrences(file, named).map(({ span, isDeclaration }) => ({
    range: rangeOf(file, span),
    kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
