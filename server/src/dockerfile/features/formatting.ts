import type { FormattingOptions, TextEdit as LspTextEdit } from 'vscode-languageserver-types';
import type { FeatureContext, FeatureSettings } from '../../language.ts';
import type { TextEdit } from '../../text/edit.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import type { Comment, Item } from '../syntax/tree.ts';
import { movableLines } from './continuations.ts';
import { rangeOf } from './ranges.ts';

/** Blank lines that stay between two items, and before a stage. */
const MOST_BLANK_LINES = 1;
const MOST_BEFORE_STAGE = 2;

/**
 * Layout that changes nothing a build sees: indentation of continued lines, blanks at line ends and between an
 * instruction, its flags and its arguments, blank lines, the last line break, and the case of instruction words.
 * Heredocs, strings that go on in another line, and words joined over lines stay as they are.
 */
export function format(
  file: DockerfileFile,
  options: FormattingOptions,
  { settings }: FeatureContext,
  within?: Span,
): readonly LspTextEdit[] {
  const edits = new Formatter(file, options, settings.format).run(within);
  return edits.map(({ at, newText }) => ({ range: rangeOf(file, at), newText }));
}

/** One step of indentation and its width in columns. */
export class Indentation {
  readonly width: number;
  private readonly withTabs: boolean;

  constructor({ tabSize, insertSpaces }: FormattingOptions) {
    this.width = tabSize >= 1 && tabSize <= 16 ? Math.floor(tabSize) : 4;
    this.withTabs = !insertSpaces;
  }

  /** White space of that many columns. */
  text(columns: number): string {
    if (!this.withTabs) return ' '.repeat(columns);
    return '\t'.repeat(Math.floor(columns / this.width)) + ' '.repeat(columns % this.width);
  }

  /** Columns that white space takes. */
  columns(blanks: string): number {
    let column = 0;
    for (const character of blanks) column += character === '\t' ? this.width - (column % this.width) : 1;
    return column;
  }
}

class Formatter {
  private readonly file: DockerfileFile;
  private readonly text: string;
  private readonly indentation: Indentation;
  private readonly casing: FeatureSettings['format']['instructionCasing'];
  private readonly edits: TextEdit[] = [];
  /** For each item, whether it is a FROM or a comment that stands with others directly above one. */
  private readonly beginsStage: readonly boolean[];

  constructor(file: DockerfileFile, options: FormattingOptions, { instructionCasing }: FeatureSettings['format']) {
    this.file = file;
    this.text = file.text;
    this.indentation = new Indentation(options);
    this.casing = instructionCasing;
    this.beginsStage = stageBeginnings(file);
  }

  run(within: Span | undefined): readonly TextEdit[] {
    const { items } = this.file.tree;
    const { text } = this;
    const isWanted = (span: Span) => within === undefined || overlaps(span, within);
    let end = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    let instruction = 0;
    for (const [index, item] of items.entries()) {
      if (isWanted({ start: end, end: item.span.start + 1 })) this.gap(end, item, index);
      if (item.kind === 'instruction') {
        const typed = this.file.model.instructions[instruction++];
        if (typed !== undefined && isWanted(item.span)) this.instruction(typed);
      } else if (isWanted(item.span)) this.stripEnd(item.span.start, item.span.end);
      end = item.span.end;
    }
    if (items.length > 0 && isWanted({ start: end, end: text.length + 1 })) this.end(end);
    return this.edits;
  }

  private replace(start: number, end: number, newText: string): void {
    if (this.text.slice(start, end) !== newText) this.edits.push({ at: { start, end }, newText });
  }

  /** Between two items: blanks at the line's end, blank lines, and the indentation of the item. */
  private gap(start: number, next: Item, index: number): void {
    const { text } = this;
    const end = next.span.start;
    const isFirst = index === 0;
    const limit = isFirst ? 0 : this.beginsStage[index] === true ? MOST_BEFORE_STAGE : MOST_BLANK_LINES;
    let lineStart = start;
    let blankLines = isFirst ? 0 : -1;
    let surplus: number | undefined;
    for (;;) {
      const newline = text.indexOf('\n', lineStart);
      if (newline === -1 || newline >= end) break;
      const lineEnd = newline > lineStart && text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
      blankLines++;
      if (blankLines > limit) surplus ??= lineStart;
      else this.stripEnd(lineStart, lineEnd);
      lineStart = newline + 1;
    }
    // A blank line at the top keeps a comment from being a directive.
    if (surplus !== undefined && !(isFirst && isDirectiveLike(text, next))) this.replace(surplus, lineStart, '');
    if (!keepsIndent(text, next)) this.stripStart(lineStart, end);
  }

  /** Behind the last item: no blank lines, one line break. */
  private end(start: number): void {
    const { text } = this;
    const last = this.file.tree.items.at(-1);
    if (last?.kind === 'instruction' && last.heredocs.some(({ terminator }) => terminator === undefined)) return;
    // White space other than blanks and line breaks may belong to what stands before it.
    if (!/^[ \t\r\n]*$/.test(text.slice(start))) return;
    const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
    const own = /^[ \t]*(\r?\n)/.exec(text.slice(start))?.[1] ?? lineBreak;
    this.replace(start, text.length, own);
  }

  private stripEnd(lineStart: number, lineEnd: number): void {
    let end = lineEnd;
    while (end > lineStart && isBlank(this.text, end - 1)) end--;
    // A carriage return before them would become part of the line break.
    if (this.text.charAt(end - 1) === '\r') return;
    if (end < lineEnd) this.replace(end, lineEnd, '');
  }

  private stripStart(lineStart: number, end: number): void {
    if (end > lineStart && /^[ \t]+$/.test(this.text.slice(lineStart, end))) this.replace(lineStart, end, '');
  }

  private instruction(instruction: Instruction): void {
    this.words(instruction);
    this.lines(instruction);
  }

  /** Case of the words of the language, and the blanks behind them and behind flags. */
  private words(instruction: Instruction): void {
    const { node, keyword, flags } = instruction;
    if (keyword === 'UNKNOWN') return;
    this.setCase(instruction.keywordSpan, node.keywordText);
    const parts: Span[] = [instruction.keywordSpan, ...flags.map(({ span }) => span)];
    const { arguments: rest } = node;
    if (keyword === 'FROM') {
      const { as, words } = instruction;
      parts.push(...words.map(({ span }) => span));
      if (as !== undefined && /^as$/i.test(as.text)) this.setCase(as.span, as.text);
    } else if (rest.text !== '') parts.push(rest.span(0, rest.text.length));
    if (keyword === 'HEALTHCHECK') {
      const { kind } = instruction;
      if (kind !== undefined && /^(?:cmd|none)$/i.test(kind.text)) this.setCase(kind.span, kind.text);
    }
    for (let index = 1; index < parts.length; index++) {
      const start = parts[index - 1]?.end ?? 0;
      const end = parts[index]?.start ?? 0;
      if (end > start && /^[ \t]+$/.test(this.text.slice(start, end))) this.replace(start, end, ' ');
    }
    if (keyword === 'ONBUILD' && instruction.trigger !== undefined) this.words(instruction.trigger);
  }

  private setCase({ start, end }: Span, word: string): void {
    // A word that is split over lines stays as it is.
    if (this.casing === 'preserve' || end - start !== word.length) return;
    this.replace(start, end, this.casing === 'upper' ? word.toUpperCase() : word.toLowerCase());
  }

  /** Line ends and indentation of the lines before the heredocs. */
  private lines(instruction: Instruction): void {
    const { node, span, heredocs } = instruction;
    const { text, indentation } = this;
    const { start } = span;
    const end = heredocs[0]?.body.start ?? span.end;
    const movable = new Set(node.head.isContiguous ? [] : movableLines(instruction));
    const comments = new Map<number, Comment>();
    for (const comment of node.innerComments) comments.set(text.lastIndexOf('\n', comment.span.start - 1) + 1, comment);
    let least = Number.POSITIVE_INFINITY;
    for (const lineStart of movable) least = Math.min(least, indentation.columns(this.indentOf(lineStart)));
    const shift = indentation.width - least;
    /** Comment lines that wait for the line they stand above. */
    let waiting: number[] = [];
    let previous: string | undefined;
    for (let lineStart = start; lineStart < end || lineStart === start; ) {
      const newline = text.indexOf('\n', lineStart);
      const stop = newline === -1 ? text.length : newline;
      const lineEnd = stop > lineStart && text.charAt(stop - 1) === '\r' ? stop - 1 : stop;
      this.stripEnd(lineStart, lineEnd);
      if (movable.has(lineStart)) {
        const own = this.indentOf(lineStart);
        const indent = indentation.text(indentation.columns(own) + shift);
        this.replace(lineStart, lineStart + own.length, indent);
        for (const comment of waiting) this.indentComment(comment, indent);
        waiting = [];
        previous = indent;
      } else if (comments.has(lineStart)) waiting.push(lineStart);
      else if (lineStart !== start && lineEnd > lineStart + this.indentOf(lineStart).length) {
        // A line that cannot be moved: comments above it stay with it.
        waiting = [];
        previous = undefined;
      }
      if (newline === -1) break;
      lineStart = newline + 1;
    }
    if (previous !== undefined) for (const comment of waiting) this.indentComment(comment, previous);
  }

  /** Comments at the margin stay there. */
  private indentComment(lineStart: number, indent: string): void {
    const own = this.indentOf(lineStart);
    if (own !== '') this.replace(lineStart, lineStart + own.length, indent);
  }

  private indentOf(lineStart: number): string {
    let end = lineStart;
    while (isBlank(this.text, end)) end++;
    return this.text.slice(lineStart, end);
  }
}

function stageBeginnings({ text, tree: { items } }: DockerfileFile): boolean[] {
  const found = new Array<boolean>(items.length).fill(false);
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    const next = items[index + 1];
    if (item?.kind === 'instruction') found[index] = item.keyword === 'FROM';
    else if (item !== undefined && next !== undefined && found[index + 1] === true) {
      found[index] = text.indexOf('\n', text.indexOf('\n', item.span.end) + 1) >= next.span.start;
    }
  }
  return found;
}

function isBlank(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 32 || code === 9;
}

function isDirectiveLike(text: string, { kind, span }: Item): boolean {
  return kind === 'comment' && /^#\s*(?:syntax|escape|check)\s*=|^#!/i.test(text.slice(span.start, span.end));
}

/** Directives and what would become one: whether they are indented decides who reads them. */
function keepsIndent(text: string, item: Item): boolean {
  return item.kind === 'directive' || isDirectiveLike(text, item);
}
