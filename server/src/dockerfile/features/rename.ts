import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { RenameError } from '../../language.ts';
import type { TextEdit } from '../../text/edit.ts';
import { quote } from '../../text/quote.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Stage } from '../model/stage.ts';
import { platformArguments, proxyArguments } from '../model/variables.ts';
import type { Heredoc } from '../syntax/tree.ts';
import { type Named, type NamedVariable, namedAt, occurrences, readerOf } from './names.ts';
import { rangeOf } from './ranges.ts';
import { shellAssignments, shellUses } from './shellUses.ts';

/** Where a name can be typed over, and what it is now. */
export function prepareRename(file: DockerfileFile, offset: number): { range: Range; placeholder: string } | undefined {
  const named = namedAt(file, offset);
  if (named === undefined || refusal(named) !== undefined) return undefined;
  return { range: rangeOf(file, named.span), placeholder: currentName(named) };
}

/**
 * Renames a stage, a variable or a heredoc delimiter at all its places. Stage numbers become the name, and a stage without
 * a name gets one.
 */
export function rename(file: DockerfileFile, offset: number, newName: string): WorkspaceEdit | undefined {
  const named = namedAt(file, offset);
  if (named === undefined) return undefined;
  const refused = refusal(named);
  if (refused !== undefined) throw new RenameError(refused);
  const edits = editsFor(file, named, newName);
  return { changes: { [file.uri]: edits.map(({ at, newText }) => ({ range: rangeOf(file, at), newText })) } };
}

function editsFor(file: DockerfileFile, named: Named, newName: string): TextEdit[] {
  switch (named.kind) {
    case 'stage':
      return stageEdits(file, named.stage, newName);
    case 'variable':
      return variableEdits(file, named, newName);
    case 'heredoc':
      return heredocEdits(file, named.heredoc, newName);
  }
}

function currentName(named: Named): string {
  switch (named.kind) {
    case 'stage':
      return named.stage.stageName?.text ?? '';
    case 'variable':
      return named.name;
    case 'heredoc':
      return named.heredoc.name;
  }
}

const builders: ReadonlySet<string> = new Set([...platformArguments, ...proxyArguments]);

/** Why the thing cannot be renamed, whatever the new name is. */
function refusal(named: Named): string | undefined {
  if (named.kind !== 'variable') return undefined;
  const { name, variable } = named;
  if (builders.has(name) || variable?.kind === 'platform') {
    return `'${name}' is given by the builder and cannot be renamed.`;
  }
  if (variable?.nameSpan === undefined) return `Nothing in this file declares '${name}'.`;
  return undefined;
}

const STAGE_NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/;

function stageEdits(file: DockerfileFile, stage: Stage, newName: string): TextEdit[] {
  const { model, lines, text } = file;
  if (!STAGE_NAME.test(newName)) {
    throw new RenameError(
      `${quote(newName)} cannot name a stage. Begin with a letter, and go on with letters, digits, '-', '_' and '.'.`,
    );
  }
  const lower = newName.toLowerCase();
  if (lower === 'scratch' || lower === 'context')
    throw new RenameError(`'${newName}' is reserved and cannot name a stage.`);
  const lineOf = (offset: number) => lines.lineAt(offset) + 1;
  const twin = model.stages.find((other) => other !== stage && other.name === lower);
  if (twin !== undefined) {
    throw new RenameError(`A stage '${newName}' already begins in line ${lineOf(twin.from.span.start)}.`);
  }
  const image = imageOfThatName(file, stage, lower);
  if (image !== undefined) {
    throw new RenameError(`'${newName}' is an image in line ${lineOf(image)}, which would then mean this stage.`);
  }
  const edits: TextEdit[] = [];
  const { stageName, from } = stage;
  if (stageName !== undefined) edits.push({ at: stageName.span, newText: newName });
  else if (from.base !== undefined) {
    const { end } = from.base.span;
    const as = from.node.keywordText === from.node.keywordText.toLowerCase() ? 'as' : 'AS';
    edits.push({ at: { start: end, end }, newText: ` ${as} ${newName}` });
  }
  for (const { span, kind } of model.referencesTo(stage)) {
    if (text.slice(span.start, span.end).includes('$')) {
      throw new RenameError(
        `Line ${lineOf(span.start)} names this stage through a variable. Write the name there, then rename.`,
      );
    }
    // FROM compares with the name in lower case.
    edits.push({ at: span, newText: kind === 'from' ? lower : newName });
  }
  return edits;
}

/** Where an image is used that would be taken for the stage if it had this name. */
function imageOfThatName({ model }: DockerfileFile, stage: Stage, lower: string): number | undefined {
  for (const other of model.stages) {
    if (other.index > stage.index && other.parent === undefined && other.baseText === lower) {
      return other.from.base?.span.start;
    }
  }
  return model.references.find(({ target, text }) => target === undefined && text.toLowerCase() === lower)?.span.start;
}

const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

function variableEdits(file: DockerfileFile, named: NamedVariable, newName: string): TextEdit[] {
  const { model, lines } = file;
  if (!VARIABLE_NAME.test(newName)) {
    throw new RenameError(
      `${quote(newName)} cannot name a variable. Use letters, digits and '_', and do not begin with a digit.`,
    );
  }
  if (builders.has(newName)) throw new RenameError(`'${newName}' is given by the builder. Choose another name.`);
  if (newName === named.name) return [];
  const found = occurrences(file, named);
  const instructions = new Set(found.map(({ span }) => model.instructionAt(span.start)));
  const stages = new Set([...instructions].map((instruction) => instruction?.stage));
  const isNear = (other: Stage | undefined) =>
    other === undefined ||
    [...stages].some((stage) => stage === undefined || stage.isBuiltOn(other) || other.isBuiltOn(stage));
  const taken =
    model.variables.declared.find(({ name, stage }) => name === newName && isNear(stage))?.nameSpan ??
    model.variables.uses.find(({ name, instruction }) => name === newName && isNear(instruction.stage))?.nameSpan ??
    model.instructions
      .filter(({ node, stage }) => (node.head.text.includes(newName) || node.heredocs.length > 0) && isNear(stage))
      .flatMap((instruction) => shellUses(readerOf(instruction)))
      .find(({ name }) => name === newName)?.nameSpan;
  if (taken !== undefined) {
    throw new RenameError(`'${newName}' is already in use in line ${lines.lineAt(taken.start) + 1}.`);
  }
  for (const instruction of instructions) {
    if (instruction === undefined || !shellAssignments(readerOf(instruction)).has(newName)) continue;
    throw new RenameError(
      `The command in line ${lines.lineAt(instruction.span.start) + 1} sets a variable '${newName}' itself. Choose another name.`,
    );
  }
  return found.map(({ span }) => ({ at: span, newText: newName }));
}

function heredocEdits(file: DockerfileFile, heredoc: Heredoc, newName: string): TextEdit[] {
  if (!STAGE_NAME.test(newName.replace(/^_+/, ''))) {
    throw new RenameError(`${quote(newName)} cannot end a heredoc. Use a word of letters, digits, '-', '_' and '.'.`);
  }
  const { name, nameSpan, terminator, body, chomp, expand } = heredoc;
  const clash = file.text
    .slice(body.start, body.end)
    .split(/\r?\n/)
    .some((line) => (chomp ? line.replace(/^\t+/, '') : line) === newName);
  if (clash) throw new RenameError(`A line of the heredoc is '${newName}', which would then end it.`);
  const written = file.text.slice(nameSpan.start, nameSpan.end);
  const inside = written.indexOf(name);
  const newText =
    inside === -1 || name === ''
      ? expand
        ? newName
        : `"${newName}"`
      : written.slice(0, inside) + newName + written.slice(inside + name.length);
  const edits: TextEdit[] = [{ at: nameSpan, newText }];
  if (terminator !== undefined) edits.push({ at: terminator, newText: newName });
  return edits;
}
