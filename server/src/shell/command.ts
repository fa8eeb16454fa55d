import type { Span } from '../text/span.ts';
import type { CommandShape, WordShape } from './commandShape.ts';
import { wordShape } from './commandShape.ts';
import type { OptionSyntax, ParsedOptions } from './options.ts';
import { parseOptions } from './options.ts';
import type { Ast, Frame, ListItem } from './tree.ts';

/** Maps offsets of a script to the file. */
export interface Place {
  span(start: number, end: number, frame: Frame): Span;
}

/** A word of a command in its file. */
export class Word {
  private readonly shape: WordShape;
  private readonly place: Place;
  private readonly frame: Frame;

  constructor(shape: WordShape, frame: Frame, place: Place) {
    this.shape = shape;
    this.frame = frame;
    this.place = place;
  }

  /** Quotes removed, escapes resolved; `$v` is `${v}`, `$(c)` is `${c}`, backticks and arithmetic are `${VAR}`. */
  get text(): string {
    return this.shape.text;
  }

  /** As written, in the script; the words of the exec form are already unquoted. */
  get raw(): string {
    return this.shape.node?.text ?? this.shape.text;
  }

  /** Always exactly `text` when it runs: no expansion, glob, brace or tilde. */
  get isLiteral(): boolean {
    return this.shape.isLiteral;
  }

  /** Where it stands in the file, quotes included. An insertion before or after the word goes to its ends. */
  get span(): Span {
    return this.place.span(this.shape.start, this.shape.end, this.frame);
  }

  /** The node of the parser's tree; absent for a word of the exec form. */
  get node(): Ast.Word | Ast.Assignment | undefined {
    return this.shape.node;
  }
}

/** `>file`, `2>&1`, `<<EOF`. */
export interface Redirection {
  readonly operator: string;
  /** The file descriptor in front of the operator, if it is written as a number. */
  readonly descriptor: number | undefined;
  readonly target: Word | undefined;
  readonly span: Span;
}

/** `NAME=value` in front of a command. */
export interface PrefixAssignment {
  readonly name: string;
  /** Absent for an array. */
  readonly value: Word | undefined;
  readonly span: Span;
}

const noSyntax: OptionSyntax = {};

/**
 * A simple command with a literal name. `name` is the program that runs: `exec`, `command`, `builtin`, `busybox` and
 * `run` are looked through, `sudo`, `env` and `time` are not. The words hadolint's vocabulary speaks of (`args`, flags,
 * `has-any` …) are kept exactly as hadolint sees them; `options` and `subcommand` read a command as its program does.
 */
export class Command {
  readonly shape: CommandShape;
  private readonly place: Place;
  private words: readonly Word[] | undefined;
  /** What `options` answered last. */
  private parsed: (ParsedOptions & { readonly syntax: OptionSyntax }) | undefined;

  constructor(shape: CommandShape, place: Place) {
    this.shape = shape;
    this.place = place;
  }

  get name(): string {
    return this.shape.name;
  }

  /** Span of the name's word, behind any wrapper. */
  get nameSpan(): Span {
    const { shape } = this;
    const word = shape.wrapped === 0 ? shape.first : (shape.args[shape.wrapped - 1] ?? shape.first);
    return this.place.span(word.start, word.end, shape.frame);
  }

  /** All words behind the first, so that for `exec X` it holds X; without redirections. */
  get args(): readonly Word[] {
    this.words ??= this.shape.args.map((word) => new Word(word, this.shape.frame, this.place));
    return this.words;
  }

  /** The words behind the name. */
  get ownArguments(): readonly Word[] {
    return this.shape.wrapped === 0 ? this.args : this.args.slice(this.shape.wrapped);
  }

  /** True when there is one of the flags, given without dashes: letters of `-abc` and names of `--name[=x]`. */
  hasFlag(...names: readonly string[]): boolean {
    return this.shape.flags.some((flags) => flags.some((flag) => names.includes(flag)));
  }

  /** How often the flag is given, `-qq` counting twice. */
  countFlag(name: string): number {
    let count = 0;
    for (const flags of this.shape.flags) for (const flag of flags) if (flag === name) count++;
    return count;
  }

  /** True when at least one of the words is, as a whole, among the arguments. */
  hasAnyArgument(...words: readonly string[]): boolean {
    return this.shape.args.some((word) => words.includes(word.text));
  }

  /** hadolint's has-any: the program is `name` and at least one of the words is among the arguments. */
  is(name: string, ...words: readonly string[]): boolean {
    return this.shape.name === name && this.hasAnyArgument(...words);
  }

  /** The arguments without the one that follows each word that has one of the flags and no `=`. */
  dropValues(flags: readonly string[]): readonly Word[] {
    return this.keep(flags, () => true);
  }

  /** The arguments that are no flags (a lone `-` or `--` is none), values of the given flags left out. */
  plainArguments(valuesOf: readonly string[] = []): readonly Word[] {
    const { flags } = this.shape;
    return this.keep(valuesOf, (index) => (flags[index]?.length ?? 0) === 0);
  }

  /** The argument that follows the first word that has the flag. */
  valueAfter(flag: string): Word | undefined {
    const index = this.shape.flags.findIndex((flags) => flags.includes(flag));
    return index === -1 ? undefined : this.args[index + 1];
  }

  /** Options and operands behind the name, read by the option syntax of the program. */
  options(syntax: OptionSyntax = noSyntax): ParsedOptions {
    if (this.parsed?.syntax !== syntax) this.parsed = { syntax, ...parseOptions(this.ownArguments, syntax) };
    return this.parsed;
  }

  /** The first word behind the name that is no option: `install` of `apt-get -q install x`. */
  subcommand(syntax: OptionSyntax = noSyntax): Word | undefined {
    return this.options(syntax).operands[0];
  }

  /** From the first assignment or word to the last word or redirection. */
  get span(): Span {
    return this.place.span(this.shape.start, this.shape.end, this.shape.frame);
  }

  /** From the name to the end of one of the words behind it. */
  through({ span }: Word): Span {
    const { start } = this.nameSpan;
    return { start, end: Math.max(span.end, this.nameSpan.end) };
  }

  /** Everything that its list connects as one item: the pipeline it is a member of, or itself. */
  get pipelineSpan(): Span {
    const node = this.shape.item?.node;
    return node ? this.place.span(node.pos, node.end, this.shape.frame) : this.span;
  }

  /** The connector behind its pipeline, `;` also for a line break; absent at the end of the list. */
  get connector(): ListItem['connector'] {
    return this.shape.item?.connector;
  }

  /** The simple commands that its list runs next. Empty at the end of the list and before a compound command. */
  get next(): readonly Command[] {
    return (this.shape.item?.next?.commands ?? []).map((shape) => new Command(shape, this.place));
  }

  /** Runs in the script itself, not in a substitution, subshell, group, condition, loop or function. */
  get isTopLevel(): boolean {
    return (this.shape.item?.nesting ?? 0) === 0;
  }

  /** Member of a pipeline of several commands. */
  get isPiped(): boolean {
    const node = this.shape.item?.node;
    return node?.type === 'Pipeline' && node.commands.length > 1;
  }

  /** `time` stands before it. */
  get isTimed(): boolean {
    const node = this.shape.item?.node;
    if (node?.type !== 'Pipeline' || node.commands[0] !== this.shape.node) return false;
    return node.prefixes?.some(({ type }) => type === 'Time') === true;
  }

  get redirections(): readonly Redirection[] {
    const { node, frame } = this.shape;
    return (node?.redirects ?? []).map((redirect) => {
      const target = redirect.type === 'HereDoc' ? undefined : redirect.target;
      const { descriptor } = redirect;
      return {
        operator: redirect.operator,
        descriptor: descriptor?.type === 'FileDescriptor' ? descriptor.value : undefined,
        target: target && this.wordOf(target),
        span: this.place.span(redirect.pos, redirect.end, frame),
      };
    });
  }

  get assignments(): readonly PrefixAssignment[] {
    const { node, frame } = this.shape;
    const assignments: PrefixAssignment[] = [];
    for (const part of node?.prefix ?? []) {
      if (part.type !== 'Assignment') continue;
      const { name, value } = part;
      const span = this.place.span(part.pos, part.end, frame);
      assignments.push({ name, value: value.type === 'Word' ? this.wordOf(value) : undefined, span });
    }
    return assignments;
  }

  private wordOf(node: Ast.Word): Word {
    return new Word(wordShape(node), this.shape.frame, this.place);
  }

  private keep(valuesOf: readonly string[], isKept: (index: number) => boolean): readonly Word[] {
    const kept: Word[] = [];
    const { args } = this;
    for (let index = 0; index < args.length; index++) {
      const word = args[index];
      if (word === undefined) continue;
      if (isKept(index)) kept.push(word);
      const flags = this.shape.flags[index] ?? [];
      if (flags.some((flag) => valuesOf.includes(flag)) && !word.text.includes('=')) index++;
    }
    return kept;
  }
}
