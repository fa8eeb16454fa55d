import type { Range } from 'vscode-languageserver-types';
import type { DockerfileFile } from '../model/file.ts';
import { namedAt, occurrences } from './names.ts';
import { rangeOf } from './ranges.ts';

/** The places of a stage's name, or of a heredoc's delimiter, that are typed over together; only when all are written alike. */
export function linkedEditing(
  file: DockerfileFile,
  offset: number,
): { ranges: Range[]; wordPattern: string } | undefined {
  const named = namedAt(file, offset);
  if (named === undefined || named.kind === 'variable') return undefined;
  if (named.kind === 'stage' && (named.stage.stageName === undefined || named.reference?.isIndex === true)) {
    return undefined;
  }
  const name = named.kind === 'stage' ? (named.stage.stageName?.text ?? '') : named.heredoc.name;
  const numbers = new Set(
    named.kind === 'stage'
      ? file.model
          .referencesTo(named.stage)
          .filter(({ isIndex }) => isIndex)
          .map(({ span }) => span)
      : [],
  );
  const spans = occurrences(file, named)
    .map(({ span }) => span)
    .filter((span) => !numbers.has(span));
  if (spans.length < 2 || spans.some(({ start, end }) => file.text.slice(start, end) !== name)) return undefined;
  return { ranges: spans.map((span) => rangeOf(file, span)), wordPattern: '[A-Za-z_][A-Za-z0-9_.-]*' };
}
