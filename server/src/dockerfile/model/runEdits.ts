import type { Command, Word } from '../../shell/command.ts';
import { parseScript } from '../../shell/script.ts';
import type { Ast } from '../../shell/tree.ts';
import { lineBreakOf, type TextEdit } from '../../text/edit.ts';
import { MappedText } from '../../text/mappedText.ts';
import { contains, type Span } from '../../text/span.ts';
import type { Run } from './instructions.ts';

/** Adds an argument behind a word of a command, as the form of the RUN wants it. */
export function insertArgument(run: Run, { span, text }: Pick<Word, 'span' | 'text'>, argument: string): TextEdit {
  const element = run.exec?.elements.find((candidate) => contains(candidate.span, span));
  if (element?.value === text) {
    const at = { start: element.span.end, end: element.span.end };
    return { at, newText: `, ${JSON.stringify(argument)}` };
  }
  return { at: { start: span.end, end: span.end }, newText: ` ${argument}` };
}

/**
 * Removes a command and what connects it with the next one. `undefined` where something hangs on it: another connector
 * than `&&` and `;`, a comment or the beginning of a compound command between the two, nothing behind it.
 */
export function removeCommand(command: Command, run: Run): TextEdit | undefined {
  const [next, another] = command.next;
  const { connector, span } = command;
  if (next === undefined || another !== undefined || (connector !== '&&' && connector !== ';')) return undefined;
  const at = { start: span.start, end: next.span.start };
  if (command.isPiped || /[#|{(]/.test(run.node.fileText.slice(span.end, at.end))) return undefined;
  return { at, newText: '' };
}

/**
 * Adds a command at the end of a RUN that runs when all before it succeeded, in the style the RUN is written in.
 * `undefined` where no place for it is sure: exec form, broken scripts, heredocs that feed a command.
 */
export function appendCommand(run: Run, command: string): TextEdit | undefined {
  const { script, form, node } = run;
  if (!script.ok || form === 'exec') return undefined;
  const lineBreak = lineBreakOf(node.fileText);
  const [heredoc] = run.heredocs;
  if (heredoc !== undefined) {
    const isScript = form === 'heredoc' || run.executedScript !== script;
    if (!isScript || heredoc.terminator === undefined) return undefined;
    const end = heredoc.body.end;
    if (!isReadAtEnd(node.heredocText(heredoc).text, command)) return undefined;
    return { at: { start: end, end }, newText: indentOfLineBefore(node.fileText, end) + command + lineBreak };
  }
  const pipelines = topLevelPipelines(script.tree.root);
  const last = pipelines?.at(-1);
  if (last === undefined) return undefined;
  const at = script.span(last.pos, last.end);
  const inserted = { start: at.end, end: at.end };
  const before = pipelines?.at(-2);
  if (before !== undefined) {
    const between = node.fileText.slice(script.span(before.pos, before.end).end, at.start);
    if (isReusable(between, run)) return { at: inserted, newText: between + command };
  }
  if (!node.fileText.slice(at.start, at.end).includes('\n') && !isContinued(run, at.start)) {
    return { at: inserted, newText: ` && ${command}` };
  }
  const indent = indentOfLine(node.fileText, at.end) || '    ';
  return { at: inserted, newText: ` ${node.escape}${lineBreak}${indent}&& ${command}` };
}

/** False when the script ends in a heredoc of its own, which would take the command for its text. */
function isReadAtEnd(script: string, command: string): boolean {
  const longer = parseScript(MappedText.plain(`${script}${command}\n`, 0));
  return longer.ok && longer.commands.at(-1)?.shape.start === script.length;
}

/** The pipelines of the script's own list in order; `undefined` when the last one runs in the background. */
function topLevelPipelines(root: Ast.ParsedScript | undefined): Ast.PipelineNode[] | undefined {
  if (root === undefined || root.commands.at(-1)?.background === true) return undefined;
  return root.commands.flatMap(({ command }) => (command.type === 'AndOr' ? command.commands : [command]));
}

/** One line break and, besides blanks and the continuation, nothing but `&&`, or `;` where a failure ends the script. */
function isReusable(between: string, { script, node }: Run): boolean {
  if (between.split('\n').length !== 2) return false;
  const connector = between.replace(node.escape, '').trim();
  return connector === '&&' || (connector === ';' && script.named('set').some((command) => command.hasFlag('e')));
}

/** True when the command begins on a later line than the instruction. */
function isContinued(run: Run, start: number): boolean {
  return run.node.fileText.slice(run.keywordSpan.end, start).includes('\n');
}

function indentOfLine(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function indentOfLineBefore(text: string, offset: number): string {
  return indentOfLine(text, Math.max(0, offset - 1));
}

/** Puts another word in place of the one that stands at `at`, its quotes included. */
export function replaceArgument(run: Run, at: Span, argument: string): TextEdit {
  const isElement = run.exec?.elements.some(({ span }) => span.start === at.start && span.end === at.end) === true;
  return { at, newText: isElement ? JSON.stringify(argument) : argument };
}
