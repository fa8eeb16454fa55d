import { touches } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import type { Heredoc, Instruction as Node } from '../syntax/tree.ts';

/** What somebody is typing at an offset. */
export type Cursor =
  /** Where nothing is to be said: inside a comment, in what ends a heredoc. */
  | { readonly kind: 'nothing' }
  /** A comment or directive line, up to the cursor; `start` is where `#` stands. */
  | { readonly kind: 'comment'; readonly start: number; readonly before: string; readonly mayBeDirective: boolean }
  /** An instruction word, or the place for one; `start` is where it begins. */
  | { readonly kind: 'keyword'; readonly start: number; readonly before: string }
  | { readonly kind: 'heredoc'; readonly instruction: Instruction; readonly heredoc: Heredoc }
  | InstructionCursor;

/** Behind an instruction word, before the heredocs. */
export interface InstructionCursor {
  readonly kind: 'instruction';
  /** Behind ONBUILD, the trigger. */
  readonly instruction: Instruction;
  readonly isTrigger: boolean;
  /** The logical line of the instruction up to the cursor, from its word on; a blank at the end when one stands there. */
  readonly before: string;
  /** Where a character of `before` stands in the file; the offset of the cursor for its end. */
  at(index: number): number;
}

const NOTHING: Cursor = { kind: 'nothing' };

export function cursorAt(file: DockerfileFile, offset: number): Cursor {
  const { text, tree, lines, model } = file;
  const instruction = model.instructionAt(offset) ?? dangling(file, offset);
  if (instruction === undefined) {
    const lineStart = lines.start(lines.lineAt(offset));
    const before = text.slice(lineStart, offset);
    const indent = before.length - before.replace(/^\uFEFF/, '').trimStart().length;
    const start = lineStart + indent;
    if (text.charAt(start) === '#' && start < offset) {
      const line = lines.lineAt(start);
      const mayBeDirective = indent === 0 && tree.directives.filter(({ span }) => span.start < start).length === line;
      return { kind: 'comment', start, before: text.slice(start, offset), mayBeDirective };
    }
    return { kind: 'keyword', start, before: text.slice(start, offset) };
  }
  const { node, heredocs } = instruction;
  for (const heredoc of heredocs) {
    if (heredoc.terminator !== undefined && touches(heredoc.terminator, offset)) return NOTHING;
    // At the end of the file, the body may begin in the line that announces it.
    if (touches(heredoc.body, offset) && text.charAt(heredoc.body.start - 1) === '\n')
      return { kind: 'heredoc', instruction, heredoc };
  }
  for (const { span } of node.innerComments) if (span.start < offset && offset <= span.end) return NOTHING;
  return inInstruction(file, instruction, offset);
}

/** The instruction that is still open at the end of the file, when the cursor stands on the empty line behind it. */
function dangling({ text, model }: DockerfileFile, offset: number): Instruction | undefined {
  const last = model.instructions.at(-1);
  if (last === undefined || offset !== text.length || offset <= last.span.end || last.heredocs.length > 0)
    return undefined;
  const { head, escape: escapeCharacter } = last.node;
  if (!/^\r?\n$/.test(text.slice(last.span.end))) return undefined;
  // Behind its last character, there may be comments and blank lines.
  const behind = text
    .slice(head.text === '' ? last.span.start : head.at(head.text.length - 1) + 1, last.span.end)
    .split('\n');
  const open = behind.findLast((line, index) => index === 0 || !/^\s*(?:#|$)/.test(line));
  return open?.trimEnd().endsWith(escapeCharacter) === true ? last : undefined;
}

function inInstruction(file: DockerfileFile, outer: Instruction, offset: number): Cursor {
  const { head } = outer.node;
  const length = lengthBefore(outer.node, offset);
  const lastEnd = length === 0 ? outer.span.start : head.at(length - 1) + 1;
  const isApart = /[ \t]/.test(file.text.slice(lastEnd, offset)) && !/\s$/.test(head.text.slice(0, length));
  const before = head.text.slice(0, length) + (isApart ? ' ' : '');
  const at = (index: number) => (index < length ? head.at(index) : offset);
  const keywordLength = /^\S*/.exec(before)?.[0].length ?? 0;
  if (before.length === keywordLength) return { kind: 'keyword', start: at(0), before };
  if (outer.keyword !== 'ONBUILD') return { kind: 'instruction', instruction: outer, isTrigger: false, before, at };
  const skipped = /^\S*\s+/.exec(before)?.[0].length ?? 0;
  return {
    kind: 'instruction',
    instruction: outer.trigger ?? outer,
    isTrigger: true,
    before: before.slice(skipped),
    at: (index) => at(index + skipped),
  };
}

/** How many characters of the logical line stand before the offset. */
function lengthBefore({ head }: Node, offset: number): number {
  let low = 0;
  let high = head.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (head.at(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
