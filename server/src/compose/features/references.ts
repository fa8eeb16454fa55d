import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver-types';
import { Lines } from '../../text/lines.ts';
import type { ComposeFile } from '../model/file.ts';
import { namedAt, occurrencesOf, placesIn } from './names.ts';
import { locationOf, rangeOf } from './ranges.ts';

/** Every place of a name, in this file and in the other files of the project. */
export function references(file: ComposeFile, offset: number, includeDeclaration: boolean): readonly Location[] {
  const named = namedAt(file, offset);
  if (!named) return [];
  const found = occurrencesOf(file, named)
    .filter(({ isDefinition }) => includeDeclaration || !isDefinition)
    .map(({ span }) => locationOf(file, span));
  if (named.kind !== 'resource' || named.reference?.file !== undefined) return found;
  for (const project of file.model.others) {
    const places = placesIn(project, named.section, named.name);
    if (places.length === 0) continue;
    const other = { uri: project.uri, lines: new Lines(project.text) };
    for (const { span, isDefinition } of places) {
      if (includeDeclaration || !isDefinition) found.push(locationOf(other, span));
    }
  }
  return found;
}

export function highlight(file: ComposeFile, offset: number): readonly DocumentHighlight[] {
  const named = namedAt(file, offset);
  if (!named) return [];
  return occurrencesOf(file, named).map(({ span, isDefinition }) => ({
    range: rangeOf(file, span),
    kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
