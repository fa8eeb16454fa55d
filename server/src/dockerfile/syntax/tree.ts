import { detached } from '../../text/detached.ts';
import { MappedText } from '../../text/mappedText.ts';
import { MovingSpan, type Origin, type Span } from '../../text/span.ts';
import { isBlank, isSpace } from './blanks.ts';
import { type Flag, splitFlags } from './flags.ts';
import { inUpperCase } from './instructionWords.ts';
import { type JsonArray, parseJsonArray } from './json.ts';
import { splitPairs, splitWords, type Word } from './words.ts';

/** A parser directive (`# escape=`); BuildKit's dockerfile grammar §2 of its reference. */
export interface Directive {
  readonly kind: 'directive';
  readonly origin: Origin;
  /** From `#` to the end of the value. */
  readonly span: Span;
  /** Lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
  /**
   * Who reads it: the line parser honours `escape` and finds duplicates, the option reader takes `syntax` and `check`.
   * They differ behind a shebang line and for indented directives.
   */
  readonly readBy: 'both' | 'lines' | 'options';
}

export interface Comment {
  readonly kind: 'comment';
  readonly origin: Origin;
  /** From `#` to the end of the line. */
  readonly span: Span;
  /** Text behind `#`, trimmed. */
  readonly text: string;
  /** True when blanks stand before `#`; BuildKit does not read `# check=` from such a comment. */
  readonly indented: boolean;
}

/** A here-document of RUN, COPY or ADD. */
export interface Heredoc {
  /** Delimiter without quotes. */
  readonly name: string;
  /** The word that announces it, `<<-"EOF"`. */
  readonly marker: Span;
  /** The delimiter inside the marker, its quotes included. */
  readonly nameSpan: Span;
  /** File descriptor before `<<`. */
  readonly descriptor: number | undefined;
  /** `<<-`: leading tabs of body lines are dropped. */
  readonly chomp: boolean;
  /** False when a part of the delimiter was quoted: the body is taken literally. */
  readonly expand: boolean;
  /** From the start of the first body line to the start of the terminator's line. */
  readonly body: Span;
  /** The delimiter at the end; `undefined` when it is missing. */
  readonly terminator: Span | undefined;
}

/** Errors of the line layer, found while reading the file; everything else is validated by the model. */
export interface LineError {
  readonly id:
    | 'empty-file'
    | 'no-instructions'
    | 'line-too-long'
    | 'duplicate-directive'
    | 'invalid-escape-directive'
    | 'unterminated-heredoc';
  readonly at: Span;
  readonly message: string;
}

/** The text that a tree was read from, shared by all its versions. */
export interface Source {
  text: string;
}

export interface InstructionParts {
  readonly source: Source;
  readonly span: Span;
  readonly head: MappedText;
  readonly keywordEnd: number;
  readonly escape: string;
  readonly comments: readonly Comment[];
  readonly innerComments: readonly Comment[];
  readonly blankLines: readonly Span[];
  readonly heredocs: readonly Heredoc[];
  /** How many ONBUILDs it stands behind; none when left out. */
  readonly depth?: number;
}

/** No trigger is read behind more ONBUILDs; a build refuses the second already. */
const DEEPEST_TRIGGER = 8;

/**
 * One instruction with all its physical lines. `head` is the logical line: continuations joined, comments and blank
 * lines inside left out, heredoc bodies not included. What needs splitting is split on first use.
 */
export class Instruction {
  // Declared only, as in MovingSpan.
  declare readonly kind: 'instruction';
  /** Begins where the instruction does; all its spans and texts count from it. */
  declare readonly origin: Origin;
  /** The model's view of the instruction, kept with it when an edit elsewhere leaves it as it is. */
  declare typed: unknown;
  /** From the instruction word (or the lone escape line before it) to the end of the last line consumed. */
  declare readonly span: Span;
  declare readonly head: MappedText;
  /** Upper case. */
  declare readonly keyword: string;
  declare readonly keywordSpan: Span;
  declare readonly escape: string;
  /** Comments before it that BuildKit remembers: since the last empty comment; blank lines do not break the group. */
  declare readonly comments: readonly Comment[];
  /** Comment lines between its continued lines. */
  declare readonly innerComments: readonly Comment[];
  /** Blank lines between its continued lines (each without its line break). */
  declare readonly blankLines: readonly Span[];
  declare readonly heredocs: readonly Heredoc[];

  declare private readonly source: Source;
  declare private readonly keywordEnd: number;
  declare private readonly depth: number;
  declare private flagsCache: { flags: readonly Flag[]; end: number } | undefined;
  declare private keywordCaseCache: 'upper' | 'lower' | 'mixed' | undefined;
  declare private argumentsCache: MappedText | undefined;
  declare private wordsCache: readonly Word[] | undefined;
  declare private pairsCache: readonly Word[] | undefined;
  declare private jsonCache: JsonArray | null | undefined;
  declare private triggerCache: Instruction | null | undefined;
  declare private heredocTexts: readonly MappedText[] | undefined;

  constructor(parts: InstructionParts) {
    this.kind = 'instruction';
    this.source = parts.source;
    this.origin = parts.head.origin;
    this.span = parts.span;
    this.head = parts.head;
    this.keywordEnd = parts.keywordEnd;
    this.keyword = inUpperCase(parts.head.text.slice(0, parts.keywordEnd));
    this.keywordSpan = parts.head.span(0, parts.keywordEnd);
    this.escape = parts.escape;
    this.comments = parts.comments;
    this.innerComments = parts.innerComments;
    this.blankLines = parts.blankLines;
    this.heredocs = parts.heredocs;
    this.depth = parts.depth ?? 0;
    this.typed = undefined;
    this.flagsCache = undefined;
    this.keywordCaseCache = undefined;
    this.argumentsCache = undefined;
    this.wordsCache = undefined;
    this.pairsCache = undefined;
    this.jsonCache = undefined;
    this.triggerCache = undefined;
    this.heredocTexts = undefined;
  }

  /** The whole file, for what lies outside the logical line: heredoc bodies. */
  get fileText(): string {
    return this.source.text;
  }

  /** How the instruction word is typed. */
  get keywordCase(): 'upper' | 'lower' | 'mixed' {
    if (this.keywordCaseCache === undefined) {
      const typed = this.keywordText;
      this.keywordCaseCache =
        typed === this.keyword ? 'upper' : typed === this.keyword.toLowerCase() ? 'lower' : 'mixed';
    }
    return this.keywordCaseCache;
  }

  /** The instruction word as typed. */
  get keywordText(): string {
    return this.head.text.slice(0, this.keywordEnd);
  }

  get flags(): readonly Flag[] {
    return this.split().flags;
  }

  flag(name: string): Flag | undefined {
    return this.flags.find((flag) => flag.name === name);
  }

  /** Where the flags end in `head.text`. */
  get flagsEnd(): number {
    return this.split().end;
  }

  /** Everything behind the flags, trimmed. */
  get arguments(): MappedText {
    if (this.argumentsCache === undefined) {
      const { text } = this.head;
      let start = this.split().end;
      let end = text.length;
      while (start < end && isSpace(text.charCodeAt(start))) start++;
      while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
      this.argumentsCache = this.head.slice(start, end);
    }
    return this.argumentsCache;
  }

  /** The arguments split at runs of blanks; quotes do not group (FROM, EXPOSE, COPY, ADD, VOLUME). */
  get words(): readonly Word[] {
    this.wordsCache ??= splitWords(this.arguments);
    return this.wordsCache;
  }

  /** The arguments split at blanks outside quotes, quotes kept (ENV, LABEL, ARG). */
  get quotedWords(): readonly Word[] {
    this.pairsCache ??= splitPairs(this.arguments, this.escape);
    return this.pairsCache;
  }

  /** The arguments as a JSON array (exec form), when the whole of them is one; elements may be other than strings. */
  get json(): JsonArray | undefined {
    if (this.jsonCache === undefined) this.jsonCache = parseJsonArray(this.arguments) ?? null;
    return this.jsonCache ?? undefined;
  }

  /** The instruction behind ONBUILD. */
  get trigger(): Instruction | undefined {
    if (this.triggerCache === undefined) {
      const { arguments: rest } = this;
      this.triggerCache =
        this.keyword !== 'ONBUILD' || rest.text === '' || this.depth === DEEPEST_TRIGGER
          ? null
          : new Instruction({
              source: this.source,
              span: new MovingSpan(this.origin, rest.at(0) - this.origin.offset, this.span.end - this.origin.offset),
              head: rest,
              keywordEnd: keywordLength(rest.text),
              escape: this.escape,
              comments: [],
              innerComments: this.innerComments,
              blankLines: [],
              heredocs: this.heredocs,
              depth: this.depth + 1,
            });
    }
    return this.triggerCache ?? undefined;
  }

  /** A heredoc's body as it is used: the leading tabs of `<<-` removed. */
  heredocText(heredoc: Heredoc): MappedText {
    this.heredocTexts ??= this.heredocs.map((entry) => this.readHeredoc(entry));
    return this.heredocTexts[this.heredocs.indexOf(heredoc)] ?? this.readHeredoc(heredoc);
  }

  private readHeredoc(heredoc: Heredoc): MappedText {
    const { start, end } = heredoc.body;
    const text = detached(this.fileText.slice(start, end));
    if (!heredoc.chomp || !text.includes('\t')) return this.head.beside(text, start);
    const lines: MappedText[] = [];
    for (let index = 0; index < text.length; ) {
      const newline = text.indexOf('\n', index);
      const lineEnd = newline === -1 ? text.length : newline + 1;
      while (text.charCodeAt(index) === 9) index++;
      lines.push(this.head.beside(text.slice(index, lineEnd), start + index));
      index = lineEnd;
    }
    return MappedText.join(lines);
  }

  private split(): { flags: readonly Flag[]; end: number } {
    this.flagsCache ??= splitFlags(this.head, this.keywordEnd, this.escape);
    return this.flagsCache;
  }
}

export type { Flag } from './flags.ts';
export type { JsonArray, JsonElement } from './json.ts';
export type { Word } from './words.ts';

export type Item = Directive | Comment | Instruction;

/** A whole Dockerfile as its lines say it. Every character that is not blank, a line break or an escape belongs to an item. */
export interface Tree {
  readonly text: string;
  readonly source: Source;
  readonly escape: string;
  readonly items: readonly Item[];
  readonly directives: readonly Directive[];
  readonly instructions: readonly Instruction[];
  readonly errors: readonly LineError[];
  /**
   * What was taken from the previous version and put in its place, behind so many instructions; `undefined`: nothing of
   * that version was kept.
   */
  readonly edit:
    | { readonly at: number; readonly removed: readonly Item[]; readonly added: readonly Item[] }
    | undefined;
}

/** Length of the instruction word at the start of a logical line. */
export function keywordLength(text: string): number {
  let end = 0;
  while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
  return end;
}
