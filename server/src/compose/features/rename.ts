import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { RenameError } from '../../language.ts';
import type { ComposeFile } from '../model/file.ts';
import { singular } from '../model/references.ts';
import { type Named, namedAt, occurrencesOf } from './names.ts';
import { rangeOf } from './ranges.ts';

/** Where a name can be typed over, and what it is now. */
export function prepareRename(file: ComposeFile, offset: number): { range: Range; placeholder: string } | undefined {
  const named = namedAt(file, offset);
  if (!named || isElsewhere(file, named)) return undefined;
  return { range: rangeOf(file, named.span), placeholder: named.name };
}

/** Renames a service, network, volume, config, secret, model or anchor at all its places in the file. */
export function rename(file: ComposeFile, offset: number, newName: string): WorkspaceEdit | undefined {
  const named = namedAt(file, offset);
  if (!named) return undefined;
  if (isElsewhere(file, named)) throw new RenameError(`'${named.name}' is defined in another file. Rename it there.`);
  if (named.kind === 'anchor') checkAnchor(file, newName);
  else checkResource(file, named, newName);
  const edits = occurrencesOf(file, named).map(({ span }) => ({ range: rangeOf(file, span), newText: newName }));
  return { changes: { [file.uri]: edits } };
}

function isElsewhere({ model }: ComposeFile, named: Named): boolean {
  return named.kind === 'resource' && !model.section(named.section).has(named.name);
}

function checkAnchor({ tree }: ComposeFile, newName: string): void {
  if (!/^[^\s,[\]{}*&!#]+$/.test(newName)) {
    throw new RenameError(`'${newName}' cannot name an anchor. Use letters, digits, '-' and '_'.`);
  }
  if (tree.documents.some(({ anchors }) => anchors.some(({ anchor }) => anchor?.name === newName))) {
    throw new RenameError(`There is already an anchor '${newName}'.`);
  }
}

function checkResource(
  { model }: ComposeFile,
  { section, name }: Extract<Named, { kind: 'resource' }>,
  newName: string,
): void {
  const kind = singular[section];
  if (!/^[a-zA-Z0-9._-]+$/.test(newName)) {
    throw new RenameError(`'${newName}' cannot name a ${kind}. Use letters, digits, '.', '_' and '-'.`);
  }
  // A plain number would be read as one.
  if (/^[-+.\d]+$/.test(newName) || /^(?:true|false|null)$/i.test(newName)) {
    throw new RenameError(`'${newName}' would not be read as a string. Choose a name with a letter.`);
  }
  if (newName !== name && model.defines(section, newName)) {
    throw new RenameError(`There is already a ${kind} '${newName}'.`);
  }
}
