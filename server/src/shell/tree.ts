import type * as Ast from 'unbash';
import { forEachChild, parse } from 'unbash';
import { detached } from '../text/detached.ts';
import { MappedText } from '../text/mappedText.ts';
import { CommandShape } from './commandShape.ts';
import type { ShellFacts } from './facts.ts';

export type * as Ast from 'unbash';
export { forEachChild } from 'unbash';

/**
 * A text inside the script that is read after unescaping: the inside of backticks with backslashes. Positions of the
 * nodes in it index its own text; it maps them to the script. `undefined` stands for the script itself.
 */
export type Frame = MappedText | undefined;

/** An error of the shell's grammar; `start` is an offset into the script. */
export interface ShellError {
  readonly message: string;
  readonly start: number;
}

/** What runs between two connectors of a list: a simple command, a pipeline or a compound command. */
export interface ListItem {
  readonly node: Ast.PipelineNode;
  readonly frame: Frame;
  /** The connector that follows, `;` also for a line break; absent at the end of the list. */
  readonly connector: '&&' | '||' | ';' | '&' | undefined;
  /** 0 for the list of the script itself, more inside substitutions, subshells, groups, loops, conditions, functions. */
  readonly nesting: number;
  /** The simple commands directly in it, one or the members of the pipeline; not those inside compound commands. */
  readonly commands: readonly CommandShape[];
  readonly previous: ListItem | undefined;
  readonly next: ListItem | undefined;
}

/** A parsed script without its place in a file; shared by all scripts with the same text. */
export interface ScriptTree {
  readonly text: string;
  /** Absent when the text is beyond the limits below or the parser gave up. */
  readonly root: Ast.ParsedScript | undefined;
  /** Parsed completely and without error. */
  readonly ok: boolean;
  /** Errors of the grammar, in source order. Empty for a text beyond the limits. */
  readonly errors: readonly ShellError[];
  /** Every simple command with a literal name in source order, outer before inner; none of a broken script. */
  readonly commands: readonly CommandShape[];
  /** Indexes into `commands` by name. */
  readonly byName: ReadonlyMap<string, readonly CommandShape[]>;
  /** Some command's output is piped into another. */
  readonly hasPipe: boolean;
  /** What `shellFacts` remembers of it, by dialect and options of the shell. */
  readonly facts: Map<string, ShellFacts>;
}

/** Longest script that is parsed, in UTF-16 units; a longer one is no RUN line that somebody edits. */
const MAXIMUM_LENGTH = 1_000_000;
/** The parser takes quadratic time for many heredocs on one line. */
const MAXIMUM_HEREDOCS = 500;
/** Deepest nesting of nodes that is walked. A substitution inside a substitution takes about five. */
const MAXIMUM_DEPTH = 300;
/** Text that may be read again because it stands inside nested words, besides this many times the length. */
const NESTED_TEXT_ALLOWANCE = 65_536;
const NESTED_TEXT_FACTOR = 8;

/** Scripts of one generation of the cache, and their text in UTF-16 units. */
const MAXIMUM_CACHED_SCRIPTS = 64;
const MAXIMUM_CACHED_TEXT = 200_000;

/** The tree of a text that is not parsed. */
export function unparsed(text = ''): ScriptTree {
  return {
    text,
    root: undefined,
    ok: false,
    errors: [],
    commands: [],
    byName: new Map(),
    hasPipe: false,
    facts: new Map(),
  };
}

let young = new Map<string, ScriptTree>();
let old = new Map<string, ScriptTree>();
let youngText = 0;

/**
 * Parses a script. Never throws and takes linear time. Remembered by text: on a keystroke nearly all scripts of a file
 * are the same as before. Two generations bound the memory: what was not asked for during one generation is forgotten.
 */
export function parseTree(text: string): ScriptTree {
  let tree = young.get(text);
  if (tree !== undefined) return tree;
  tree = old.get(text) ?? parseUncached(detached(text));
  if (young.size >= MAXIMUM_CACHED_SCRIPTS || youngText >= MAXIMUM_CACHED_TEXT) {
    old = young;
    young = new Map();
    youngText = 0;
  }
  young.set(tree.text, tree);
  youngText += text.length;
  return tree;
}

function parseUncached(text: string): ScriptTree {
  const tooBig = unparsed(text);
  if (text.length > MAXIMUM_LENGTH || hasTooManyHeredocs(text)) return tooBig;
  try {
    const root = parse(text);
    if (root.errors?.length) return { ...tooBig, root, errors: sortedErrors(root.errors) };
    const walk = new Walk(text);
    walk.script(root, undefined);
    const { errors, commands, hasPipe } = walk;
    if (errors.length > 0) return { ...tooBig, root, errors: errors.sort((a, b) => a.start - b.start) };
    return { text, root, ok: true, errors, commands, byName: groupByName(commands), hasPipe, facts: new Map() };
  } catch {
    // Too deep for the walk or for the parser's recursion.
    return tooBig;
  }
}

function sortedErrors(errors: readonly Ast.ParseError[]): ShellError[] {
  return errors.map(({ message, pos }) => ({ message, start: pos })).sort((a, b) => a.start - b.start);
}

function hasTooManyHeredocs(text: string): boolean {
  let count = 0;
  for (let index = text.indexOf('<<'); index !== -1; index = text.indexOf('<<', index + 2)) {
    if (++count > MAXIMUM_HEREDOCS) return true;
  }
  return false;
}

function groupByName(commands: readonly CommandShape[]): Map<string, CommandShape[]> {
  const byName = new Map<string, CommandShape[]>();
  for (const command of commands) {
    const group = byName.get(command.name);
    if (group) group.push(command);
    else byName.set(command.name, [command]);
  }
  return byName;
}

class LimitReached extends Error {}

type MutableItem = { -readonly [Key in keyof ListItem]: ListItem[Key] } & { readonly commands: CommandShape[] };

/** Visits every node once, so that nothing is parsed later, and collects commands and errors on the way. */
class Walk {
  readonly errors: ShellError[] = [];
  readonly commands: CommandShape[] = [];
  hasPipe = false;
  private frame: Frame = undefined;
  private nesting = -1;
  private depth = 0;
  private allowance: number;

  constructor(text: string) {
    this.allowance = NESTED_TEXT_ALLOWANCE + NESTED_TEXT_FACTOR * text.length;
  }

  script(script: Ast.ParsedScript, frame: Frame): void {
    for (const error of script.errors ?? []) {
      this.errors.push({ message: error.message, start: frame ? frame.at(error.pos) : error.pos });
    }
    const outer = this.frame;
    this.frame = frame;
    this.list(script.commands);
    this.frame = outer;
  }

  private list(statements: readonly Ast.Statement[]): void {
    this.nesting++;
    let previous: MutableItem | undefined;
    for (let index = 0; index < statements.length; index++) {
      const statement = statements[index];
      if (statement === undefined) continue;
      const { command } = statement;
      const after = statement.background ? '&' : index < statements.length - 1 ? ';' : undefined;
      if (command.type === 'AndOr') {
        for (let member = 0; member < command.commands.length; member++) {
          const node = command.commands[member];
          if (node !== undefined) previous = this.item(node, command.operators[member] ?? after, previous);
        }
      } else previous = this.item(command, after, previous);
    }
    this.nesting--;
  }

  private item(
    node: Ast.PipelineNode,
    connector: ListItem['connector'],
    previous: MutableItem | undefined,
  ): MutableItem {
    const { frame, nesting } = this;
    const item: MutableItem = { node, frame, connector, nesting, commands: [], previous, next: undefined };
    if (previous) previous.next = item;
    if (node.type === 'Pipeline') {
      if (node.operators.length > 0) this.hasPipe = true;
      for (const member of node.commands) this.member(member, item);
    } else this.member(node, item);
    return item;
  }

  private member(node: Ast.CommandNode, item: MutableItem): void {
    if (node.type !== 'Command') {
      this.visit(node);
      return;
    }
    const shape = CommandShape.of(node, this.frame, item);
    if (shape) {
      item.commands.push(shape);
      this.commands.push(shape);
    }
    this.visit(node);
  }

  private readonly visit = (node: Ast.SyntaxNode): void => {
    if (++this.depth > MAXIMUM_DEPTH) throw new LimitReached();
    switch (node.type) {
      case 'Word': {
        const { text } = node;
        if (text.length > 1 && /[$`(]/.test(text)) {
          this.spend(text.length);
          forEachChild(node, this.visit);
        }
        break;
      }
      case 'CommandExpansion':
      case 'ArithmeticCommandExpansion':
        this.spend(node.end - node.pos);
        if (node.script) this.script(node.script, frameOf(node, this.frame));
        break;
      case 'CompoundList':
        this.list(node.commands);
        break;
      case 'Coproc':
        if (node.body.type === 'Command') this.item(node.body, undefined, undefined);
        else this.visit(node.body);
        break;
      case 'Script':
        this.script(node, this.frame);
        break;
      case 'ParameterExpansion':
      case 'ArithmeticExpansion':
      case 'ProcessSubstitution':
        this.spend(node.end - node.pos);
        forEachChild(node, this.visit);
        break;
      default:
        forEachChild(node, this.visit);
    }
    this.depth--;
  };

  private spend(length: number): void {
    this.allowance -= length;
    if (this.allowance < 0) throw new LimitReached();
  }
}

/** The frame of the nodes inside a command substitution. */
export function frameOf(node: Ast.CommandExpansionPart | Ast.ArithmeticCommandExpansion, outer: Frame): Frame {
  const source = node.script?.source;
  if (source === undefined) return outer;
  const raw = node.text;
  const begin = node.pos;
  const starts: number[] = [];
  const offsets: number[] = [];
  let from = 1;
  let expected = -1;
  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    if (raw[from] === '\\' && isUnescaped(raw[from + 1], character)) from++;
    while (from < raw.length && raw[from] !== character) from++;
    const offset = outer ? outer.at(begin + from) : begin + from;
    if (offset !== expected) {
      starts.push(index);
      offsets.push(offset);
    }
    expected = offset + 1;
    from++;
  }
  if (starts.length === 0) return new MappedText(source, [0], [outer ? outer.at(begin + 1) : begin + 1]);
  return new MappedText(source, starts, offsets);
}

function isUnescaped(next: string | undefined, character: string | undefined): boolean {
  return next === character && (next === '\\' || next === '`' || next === '$' || next === '"');
}
