import { MappedText } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';
import type { Place } from './command.ts';
import { Command } from './command.ts';
import { CommandShape } from './commandShape.ts';
import type { Dialect } from './dialect.ts';
import { isParsed } from './dialect.ts';
import type { Frame, ScriptTree } from './tree.ts';
import { parseTree, unparsed } from './tree.ts';

export interface ScriptError {
  readonly message: string;
  readonly at: Span;
}

/** What a RUN, CMD, ENTRYPOINT or HEALTHCHECK executes: a parsed text in its place in the file. Cheap to make. */
export class Script implements Place {
  readonly source: MappedText;
  readonly dialect: Dialect;
  /** The parser's tree, with offsets into `source.text`; shared by all scripts with the same text. */
  readonly tree: ScriptTree;
  private commandList: readonly Command[] | undefined;
  private readonly namedCommands = new Map<string, readonly Command[]>();

  constructor(source: MappedText, dialect: Dialect, tree: ScriptTree) {
    this.source = source;
    this.dialect = dialect;
    this.tree = tree;
  }

  get text(): string {
    return this.source.text;
  }

  /** False when the text has syntax errors, is not in a shell language, or is beyond the parser's limits. */
  get ok(): boolean {
    return this.tree.ok;
  }

  /** Syntax errors, in source order. */
  get errors(): readonly ScriptError[] {
    return this.tree.errors.map(({ message, start }) => ({ message, at: this.source.span(start, start + 1) }));
  }

  /**
   * Every simple command with a literal name, in source order, outer before inner, those in substitutions, subshells,
   * loops, functions and pipelines among them. Empty unless `ok`, as nothing is sure in a broken script.
   */
  get commands(): readonly Command[] {
    this.commandList ??= this.ok ? this.tree.commands.map((shape) => new Command(shape, this)) : [];
    return this.commandList;
  }

  /** The commands that run one of the programs, in source order. */
  named(...names: readonly string[]): readonly Command[] {
    const { byName } = this.tree;
    if (!this.ok || !names.some((name) => byName.has(name))) return [];
    const [only = ''] = names;
    if (names.length === 1) {
      let commands = this.namedCommands.get(only);
      if (commands === undefined) {
        commands = (byName.get(only) ?? []).map((shape) => new Command(shape, this));
        this.namedCommands.set(only, commands);
      }
      return commands;
    }
    return this.commands.filter((command) => names.includes(command.name));
  }

  /** True when one of the programs is run. */
  runs(...names: readonly string[]): boolean {
    return this.ok && names.some((name) => this.tree.byName.has(name));
  }

  /** Some command's output is piped into another. */
  get hasPipe(): boolean {
    return this.ok && this.tree.hasPipe;
  }

  /** The innermost command at an offset of the file, its end included. */
  commandAt(offset: number): Command | undefined {
    return this.commands.findLast((command) => touches(command.span, offset));
  }

  /** Where in the file a range of the script stands. */
  span(start: number, end: number, frame?: Frame): Span {
    if (frame === undefined) return this.source.span(start, end);
    const from = frame.at(start);
    return this.source.span(from, end > start ? frame.at(end - 1) + 1 : from);
  }
}

/** Parses a script in its place; a text that is in no shell language is not parsed. Never throws; linear time. */
export function parseScript(source: MappedText, dialect: Dialect = 'sh'): Script {
  return new Script(source, dialect, isParsed(dialect) ? parseTree(source.text) : unparsed());
}

/** A word of the exec form: its unquoted text, and where it stands. */
export interface ArgumentWord {
  readonly text: string;
  readonly span: Span;
}

/** The command that the exec form runs, read as it runs: without a shell. `undefined` for no words. */
export function commandFromArguments(words: readonly ArgumentWord[]): Command | undefined {
  const shape = CommandShape.ofArguments(words.map((word) => word.text));
  return shape && new Command(shape, argumentsPlace(words));
}

/** A script of one command that no shell reads: the exec form for those who only look at `commands`. */
export function scriptFromArguments(words: readonly ArgumentWord[]): Script {
  const text = words.map((word) => word.text).join(' ');
  const source = MappedText.plain(text, words[0]?.span.start ?? 0);
  const shape = CommandShape.ofArguments(words.map((word) => word.text));
  if (!shape) return new Script(source, 'unknown', unparsed());
  const tree: ScriptTree = {
    ...unparsed(),
    text,
    ok: true,
    commands: [shape],
    byName: new Map([[shape.name, [shape]]]),
  };
  return new ArgumentsScript(source, tree, words);
}

class ArgumentsScript extends Script {
  private readonly words: Place;

  constructor(source: MappedText, tree: ScriptTree, words: readonly ArgumentWord[]) {
    super(source, 'unknown', tree);
    this.words = argumentsPlace(words);
  }

  override span(start: number, end: number): Span {
    return this.words.span(start, end, undefined);
  }
}

/** Offsets are numbers of words. */
function argumentsPlace(words: readonly ArgumentWord[]): Place {
  return {
    span(start, end) {
      const from = words[start]?.span.start ?? words.at(-1)?.span.end ?? 0;
      return { start: from, end: end > start ? (words[end - 1]?.span.end ?? from) : from };
    },
  };
}
