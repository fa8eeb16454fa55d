import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { ComposeFile } from '../../model/file.ts';
import { allVariables, parseInterpolation } from '../../model/interpolation.ts';
import { scalarValues } from '../../model/scalars.ts';
import { rangeOf } from '../ranges.ts';

/** Variables of `.env` and of the rest of the file, behind `$` or `${`; `undefined` elsewhere. */
export function variableItems(file: ComposeFile, offset: number): CompletionItem[] | undefined {
  const lineStart = file.lines.start(file.lines.lineAt(offset));
  const match = /(\$+)(\{?)([A-Za-z_][A-Za-z0-9_]*)?$/.exec(file.text.slice(lineStart, offset));
  // An even number of dollar signs stands for literal ones.
  if (!match || (match[1]?.length ?? 0) % 2 === 0) return undefined;
  const typed = match[3] ?? '';
  const isBraced = match[2] === '{';
  const known = new Map<string, string | undefined>(file.model.context.environment);
  for (const scalar of scalarValues(file.tree)) {
    for (const { name } of allVariables(parseInterpolation(scalar.value).variables)) {
      if (!known.has(name) && name !== typed) known.set(name, undefined);
    }
  }
  if (!known.has('COMPOSE_PROJECT_NAME')) known.set('COMPOSE_PROJECT_NAME', undefined);
  const closes = isBraced && /^\w*\}/.test(file.text.slice(offset, offset + 200));
  const range = rangeOf(file, { start: offset - typed.length, end: offset });
  return [...known].map(([name, value]) => ({
    label: name,
    kind: CompletionItemKind.Variable,
    textEdit: { range, newText: isBraced && !closes ? `${name}}` : name },
    ...(value !== undefined && { detail: value }),
  }));
}
