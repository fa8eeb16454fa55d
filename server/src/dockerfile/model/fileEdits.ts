import type { TextEdit } from '../../text/edit.ts';
import type { Instruction } from './instructions.ts';
import type { Stage } from './stage.ts';

/** Takes an instruction out, with its line break. */
export function removeInstruction({ node, span }: Instruction): TextEdit {
  const { fileText } = node;
  const start = fileText.lastIndexOf('\n', span.start - 1) + 1;
  const newline = fileText.indexOf('\n', span.end);
  const lineEnd = newline === -1 ? fileText.length : newline + 1;
  // The last line of a file goes with the line break before it.
  const isLast = newline === -1 && start > 0;
  return { at: { start: isLast ? start - 1 : start, end: lineEnd }, newText: '' };
}

/** Puts a line before an instruction, indented as it is. */
export function insertBefore({ node, span }: Instruction, line: string): TextEdit {
  const { fileText } = node;
  const start = fileText.lastIndexOf('\n', span.start - 1) + 1;
  const indent = fileText.slice(start, span.start).replace('\uFEFF', '');
  const lineBreak = fileText.includes('\r\n') ? '\r\n' : '\n';
  return { at: { start: span.start, end: span.start }, newText: `${line}${lineBreak}${indent}` };
}

/**
 * Gives a stage another name, and names it anew wherever the file means it by its name. `undefined` when some place names
 * it in a way that cannot be rewritten: with a variable, or quotes inside.
 */
export function renameStage(stage: Stage, name: string): readonly TextEdit[] | undefined {
  const { stageName, dockerfile } = stage;
  if (stageName === undefined) return undefined;
  const edits: TextEdit[] = [{ at: stageName.span, newText: name }];
  for (const { isIndex, isLiteral, span } of dockerfile.referencesTo(stage)) {
    if (isIndex) continue;
    if (!isLiteral) return undefined;
    edits.push({ at: span, newText: name });
  }
  return edits;
}

/** A name that no stage has: the name with a number behind it. */
export function freeStageName({ dockerfile }: Stage, name: string): string {
  let number = 2;
  while (dockerfile.stageByName(`${name}-${number}`) !== undefined) number++;
  return `${name}-${number}`;
}
