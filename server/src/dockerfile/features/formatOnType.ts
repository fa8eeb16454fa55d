import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import { cursorAt } from './cursor.ts';
import { Indentation } from './formatting.ts';
import { rangeOf } from './ranges.ts';

/**
 * After Enter: a continued line gets the indentation of the one before it or, behind the first line of an instruction, one
 * step; a line that begins an instruction gets none.
 */
export function formatOnType(
  file: DockerfileFile,
  offset: number,
  character: string,
  options: FormattingOptions,
): readonly TextEdit[] {
  if (character !== '\n') return [];
  const { text, lines } = file;
  const line = lines.lineAt(offset);
  if (line === 0) return [];
  const start = lines.start(line);
  const indent = blanksAt(text, start);
  const isEmpty = start + indent.length === lines.end(line);
  const cursor = cursorAt(file, offset);
  let wanted: string | undefined;
  if (cursor.kind === 'keyword') wanted = '';
  else if (cursor.kind === 'instruction') {
    wanted = continued(file, cursor.instruction, cursor.before, line, isEmpty, new Indentation(options));
  }
  if (wanted === undefined || wanted === indent) return [];
  return [{ range: rangeOf(file, { start, end: start + indent.length }), newText: wanted }];
}

/** Instructions whose whole line is one value, in which every blank counts. */
const values: ReadonlySet<string> = new Set(['MAINTAINER', 'USER', 'WORKDIR', 'STOPSIGNAL', 'UNKNOWN']);

function continued(
  { text, lines, model }: DockerfileFile,
  instruction: Instruction,
  before: string,
  line: number,
  isEmpty: boolean,
  indentation: Indentation,
): string | undefined {
  const outer = model.instructions.findLast(({ span }) => span.start < lines.start(line)) ?? instruction;
  const first = lines.lineAt(outer.span.start);
  if (line <= first || values.has(instruction.keyword) || hasOpenQuote(before, outer.node.escape)) return undefined;
  const previousEnd = lines.end(line - 1);
  const continuation = text.slice(lines.start(line - 1), previousEnd).trimEnd();
  // Two halves of a word are not to be parted.
  if (!isEmpty && continuation.endsWith(outer.node.escape) && /\S/.test(continuation.charAt(continuation.length - 2))) {
    return undefined;
  }
  for (let above = line - 1; above > first; above--) {
    const start = lines.start(above);
    const indent = blanksAt(text, start);
    const rest = text.charAt(start + indent.length);
    if (rest === '\r' || rest === '\n' || (rest === '#' && indent === '')) continue;
    return indent;
  }
  return indentation.text(indentation.width);
}

function blanksAt(text: string, start: number): string {
  let end = start;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return text.slice(start, end);
}

/** True when a string is open at the end. */
function hasOpenQuote(text: string, escapeCharacter: string): boolean {
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if ((character === '\\' || character === escapeCharacter) && quote !== "'") index++;
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
  }
  return quote !== '';
}
