import { Answers } from '../answers.ts';
import { firstIndex } from '../text/firstIndex.ts';
import type { CommandShape, WordShape } from './commandShape.ts';
import { wordShape } from './commandShape.ts';
import type { Condition } from './conditions.ts';
import { conditionsOf } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import { Flow } from './flow.ts';
import { setErrexit, setPipefail } from './options.ts';
import type { Ast, Frame, ScriptTree } from './tree.ts';
import { forEachChild, frameOf } from './tree.ts';
import type { Place } from './variables.ts';
import { VariableFacts } from './variables.ts';

type Node = Ast.SyntaxNode;
type NodeOf<Type extends Node['type']> = Extract<Node, { type: Type }>;

/** A node of the tree with what is around it. */
export interface Entry<Kind extends Node = Node> {
  readonly node: Kind;
  readonly parent: Entry | undefined;
  /** Which text the node's positions index. */
  readonly frame: Frame;
}

export type Expansion = Ast.SimpleExpansionPart | Ast.ParameterExpansionPart;

/** What the shell does with a word. */
export type WordRole =
  | 'name'
  | 'argument'
  | 'assignment'
  /** The value in `export NAME=value`. */
  | 'declaration'
  | 'element'
  | 'redirect'
  | 'hereString'
  | 'list'
  | 'subject'
  | 'pattern'
  | 'test'
  | 'arithmetic'
  | 'heredoc'
  | 'subscript'
  | 'other';

/** Where in a word a part stands. */
export interface WordPlace {
  /** The outermost word of its script that holds it; absent in arithmetic commands and heredocs. */
  readonly word: Entry<Ast.Word> | undefined;
  readonly role: WordRole;
  /** In double quotes or a heredoc, so that it is neither split nor globbed. */
  readonly isQuoted: boolean;
  /** Inside `${x:-here}` of another expansion. */
  readonly isOperand: boolean;
}

/** A simple command, with a literal name or without. */
export interface CommandFacts {
  readonly entry: Entry<Ast.Command>;
  readonly node: Ast.Command;
  /** The program's name without folders, wrappers such as `exec` looked through; empty when it is not literal. */
  readonly name: string;
  /** As `name`, with its folders. */
  readonly program: string;
  readonly nameWord: Ast.Word;
  /** The words behind the name. */
  readonly args: readonly WordShape[];
  /** The words before the name that are wrappers, `exec` first. */
  readonly wrappers: readonly string[];
}

/** What `watch` tells of besides kinds of nodes and programs. */
const CONDITIONS = ' conditions';
const ERREXIT = ' errexit';

/** Everything the findings about a script are worked out from. Made once per tree and dialect; asks nothing of the file. */
export class ShellFacts {
  readonly dialect: Dialect;
  private readonly ownTree: ScriptTree;
  /** While somebody is watched: what was asked for and is not there; `undefined` when anything else was looked at. */
  private missed: Set<string> | undefined;
  private readonly startedWith: readonly string[];
  private readonly byType = new Map<Node['type'], Entry[]>();
  private readonly answers = new Answers<ShellFacts>();
  private conditionCache: readonly Condition[] | undefined;
  private commandCache: readonly CommandFacts[] | undefined;
  private commandsByName: Map<string, CommandFacts[]> | undefined;
  private quoted: Entry[] | undefined;
  private entriesByNode: Map<Node, Entry> | undefined;
  private commandsByNode: Map<Ast.Command, CommandFacts> | undefined;
  private exitsOnErrorCache: boolean | undefined;
  private variableCache: VariableFacts | undefined;
  private flowCache: Flow | undefined;

  /** @param startedWith the words that start the shell, of which the options count */
  constructor(tree: ScriptTree, dialect: Dialect, startedWith: readonly string[] = []) {
    this.ownTree = tree;
    this.dialect = dialect;
    this.startedWith = startedWith;
    if (tree.ok && tree.root) this.index(tree.root, undefined, undefined);
  }

  /** What a function makes of the script, worked out once. */
  once<Answer>(ask: (facts: ShellFacts) => Answer): Answer {
    this.missed = undefined;
    return this.answers.of(this, ask);
  }

  get tree(): ScriptTree {
    this.missed = undefined;
    return this.ownTree;
  }

  /**
   * Runs something and tells what it asked for when all of that is missing: kinds of nodes and programs, see `keys`. Where
   * they are missing too, it would see and do the same. `undefined` when it saw something of the script.
   */
  watch<Result>(work: () => Result): readonly [Result, ReadonlySet<string> | undefined] {
    this.missed = new Set();
    const result = work();
    const { missed } = this;
    this.missed = undefined;
    return [result, missed];
  }

  /** Calls back with the kinds of nodes and the programs that are in the script, as `watch` tells of them. */
  keys(tell: (key: string) => void): void {
    this.byType.forEach((_, type) => {
      tell(type);
    });
    this.byName.forEach((_, name) => {
      tell(name);
    });
    if (this.conditions.length > 0) tell(CONDITIONS);
    if (this.exitsOnError) tell(ERREXIT);
  }

  private look(key: string, isThere: boolean): void {
    if (isThere) this.missed = undefined;
    else this.missed?.add(key);
  }

  get text(): string {
    return this.tree.text;
  }

  /** A shell that knows POSIX and little more. */
  get isPosix(): boolean {
    return this.dialect === 'sh' || this.dialect === 'dash' || this.dialect === 'ash';
  }

  speaks(...dialects: readonly Dialect[]): boolean {
    return dialects.includes(this.dialect);
  }

  /** All nodes of a type in source order, those in substitutions among them. */
  all<Type extends Node['type']>(type: Type): readonly Entry<NodeOf<Type>>[] {
    const found = this.byType.get(type);
    this.look(type, found !== undefined);
    // The index keeps nodes by their own type.
    return (found ?? []) as unknown as readonly Entry<NodeOf<Type>>[];
  }

  entryOf<Kind extends Node>(node: Kind): Entry<Kind> | undefined {
    if (this.entriesByNode === undefined) {
      this.entriesByNode = new Map();
      for (const list of this.byType.values()) for (const entry of list) this.entriesByNode.set(entry.node, entry);
    }
    return this.entriesByNode.get(node) as Entry<Kind> | undefined;
  }

  /** Variables and parameters that are expanded with `$`, in source order. */
  get expansions(): readonly Entry<Expansion>[] {
    const simple = this.all('SimpleExpansion');
    const braced = this.all('ParameterExpansion');
    return braced.length === 0 ? simple : simple.length === 0 ? braced : [...simple, ...braced];
  }

  get commands(): readonly CommandFacts[] {
    this.missed = undefined;
    return this.ownCommands;
  }

  private get ownCommands(): readonly CommandFacts[] {
    this.commandCache ??= this.readCommands();
    return this.commandCache;
  }

  /** The simple command of a node. */
  commandAt(node: Ast.Command): CommandFacts | undefined {
    this.commandsByNode ??= new Map(this.ownCommands.map((command) => [command.node, command]));
    return this.commandsByNode.get(node);
  }

  get conditions(): readonly Condition[] {
    if (this.conditionCache === undefined) {
      const { missed } = this;
      this.conditionCache = conditionsOf(this);
      this.missed = missed;
    }
    this.look(CONDITIONS, this.conditionCache.length > 0);
    return this.conditionCache;
  }

  /** The lists of statements: of the script, of every substitution, branch and loop. */
  get lists(): readonly (Entry<Ast.ParsedScript> | Entry<Ast.CompoundList>)[] {
    return [...this.all('Script'), ...this.all('CompoundList')];
  }

  /** The simple command that a statement or member of a list is, a negation left out. */
  simple(node: Ast.PipelineNode | Ast.AndOr | undefined): CommandFacts | undefined {
    if (node?.type === 'Pipeline' && node.commands.length === 1) return this.simple(node.commands[0]);
    return node?.type === 'Command' ? this.commandAt(node) : undefined;
  }

  /** The commands that run one of the programs, program by program. */
  named(...names: readonly string[]): readonly CommandFacts[] {
    const { byName } = this;
    for (const name of names) this.look(name, byName.has(name));
    const [first = ''] = names;
    if (names.length === 1) return byName.get(first) ?? [];
    return names.flatMap((name) => byName.get(name) ?? []);
  }

  private get byName(): ReadonlyMap<string, readonly CommandFacts[]> {
    if (this.commandsByName === undefined) {
      this.commandsByName = new Map();
      for (const command of this.ownCommands) {
        const list = this.commandsByName.get(command.name);
        if (list) list.push(command);
        else this.commandsByName.set(command.name, [command]);
      }
    }
    return this.commandsByName;
  }

  /** True inside of quotes and heredocs; for offsets into the script itself. */
  isQuotedAt(offset: number): boolean {
    this.missed = undefined;
    if (this.quoted === undefined) {
      this.quoted = [];
      for (const type of ['SingleQuoted', 'DoubleQuoted', 'AnsiCQuoted', 'HereDocBody'] as const) {
        for (const entry of this.byType.get(type) ?? []) if (entry.frame === undefined) this.quoted.push(entry);
      }
      this.quoted.sort((a, b) => a.node.pos - b.node.pos);
    }
    // The last one that begins before the offset, or one around that.
    const last = this.quoted[firstIndex(this.quoted, ({ node }) => node.pos > offset) - 1];
    for (let entry: Entry | undefined = last; entry !== undefined; entry = entry.parent) {
      if (/Quoted$|^HereDocBody$/.test(entry.node.type) && offset < entry.node.end) return true;
    }
    return false;
  }

  /** Assignments and references of variables. */
  get variables(): VariableFacts {
    this.missed = undefined;
    this.variableCache ??= new VariableFacts(this);
    return this.variableCache;
  }

  /** What values variables may have where they are expanded. */
  get flow(): Flow {
    this.missed = undefined;
    this.flowCache ??= new Flow(this);
    return this.flowCache;
  }

  /** The shell, or some command, has it that a failing command ends the script. */
  get exitsOnError(): boolean {
    this.exitsOnErrorCache ??= this.isSet(setErrexit);
    this.look(ERREXIT, this.exitsOnErrorCache);
    return this.exitsOnErrorCache;
  }

  /** A pipe fails when any of its commands does. */
  get seesPipes(): boolean {
    this.missed = undefined;
    return this.isSet(setPipefail);
  }

  private isSet(isSetBy: (words: readonly string[]) => boolean): boolean {
    const own = this.byName.get('set') ?? [];
    return isSetBy(this.startedWith) || own.some(({ args }) => isSetBy(args.map(({ text }) => text)));
  }

  /** The commands that run functions of the script. */
  get calls(): readonly CommandFacts[] {
    const functions = this.all('Function').map(({ node }) => node.name.value);
    return this.named(...new Set(functions)).filter(({ wrappers }) => wrappers.length === 0);
  }

  /** True when set -e does not count for the command, since its status, or that of what it is part of, is asked for. */
  isErrexitIgnored(entry: Entry): boolean {
    let child = entry;
    for (let current = entry.parent; current !== undefined; child = current, current = current.parent) {
      const { node } = current;
      switch (node.type) {
        case 'AndOr':
          if (node.commands.at(-1) !== child.node) return true;
          break;
        case 'Pipeline':
          if (node.prefixes?.some(({ type }) => type === 'Negation') === true) return true;
          break;
        case 'If':
        case 'Elif':
        case 'While':
          if (node.clause === child.node) return true;
          break;
        case 'Function':
          return false;
      }
    }
    return false;
  }

  /** True when the status of the command is that of the script. */
  isLast(entry: Entry): boolean {
    let child = entry;
    for (let current = entry.parent; current !== undefined; child = current, current = current.parent) {
      const { node } = current;
      switch (node.type) {
        case 'AndOr':
        case 'Pipeline':
        case 'Script':
        case 'CompoundList':
          if (node.commands.at(-1) !== child.node) return false;
          if (node.type === 'Script') return current.parent === undefined;
          break;
        case 'Statement':
          if (node.background) return false;
          break;
        case 'Subshell':
        case 'BraceGroup':
        case 'Redirected':
        case 'If':
        case 'Elif':
          break;
        default:
          return false;
      }
    }
    return false;
  }

  /** True when something around the command checks the status of what it is part of: a connector or a condition. */
  isChecked(entry: Entry): boolean {
    let child = entry;
    let isEnd = true;
    for (let current = entry.parent; current !== undefined; child = current, current = current.parent) {
      const { node } = current;
      switch (node.type) {
        case 'CompoundList':
          isEnd = node.commands.at(-1) === child.node;
          break;
        case 'AndOr':
          if (node.commands.at(-1) !== child.node) return true;
          break;
        case 'If':
        case 'Elif':
        case 'While':
          if (node.clause === child.node && isEnd) return true;
          break;
      }
    }
    return false;
  }

  /** Where an operator stands between two nodes. */
  operatorPlace(from: number, to: number, operator: string, frame: Frame): Place {
    const at = (frame?.text ?? this.text).indexOf(operator, from);
    const start = at === -1 || at > to ? from : at;
    return { start, end: start + operator.length, frame };
  }

  /** The text of a node as written, in its frame. */
  raw({ node, frame }: Entry): string {
    return (frame?.text ?? this.text).slice(node.pos, node.end);
  }

  /** Where a part of a word stands. */
  place(entry: Entry): WordPlace {
    let word: Entry<Ast.Word> | undefined;
    let isQuoted = false;
    let isOperand = false;
    let child: Entry = entry;
    for (let current = entry.parent; current !== undefined; child = current, current = current.parent) {
      const { node } = current;
      switch (node.type) {
        case 'Word':
          word = current as Entry<Ast.Word>;
          break;
        case 'DoubleQuoted':
        case 'LocaleString':
          isQuoted = true;
          break;
        case 'Default':
        case 'Remove':
        case 'Replace':
        case 'Slice':
        case 'CaseModification':
        case 'Transform':
          isOperand = true;
          break;
        case 'ParameterExpansion':
          if (child.node === node.index) isOperand = true;
          break;
        case 'Glob':
        case 'BraceExpansion':
        case 'ExtendedGlob':
          break;
        case 'HereDocBody':
          return { word: undefined, role: 'heredoc', isQuoted: true, isOperand };
        default:
          if (node.type.startsWith('Arithmetic')) return { word, role: 'arithmetic', isQuoted: true, isOperand };
          return { word, role: roleIn(current, child.node), isQuoted, isOperand };
      }
    }
    return { word, role: 'other', isQuoted, isOperand };
  }

  /** What the shell does with a word. */
  role(entry: Entry<Ast.Word>): WordRole {
    return entry.parent ? roleIn(entry.parent, entry.node) : 'other';
  }

  /** The simple command that a node belongs to, not crossing into an outer script. */
  commandOf(entry: Entry): Entry<Ast.Command> | undefined {
    for (let current: Entry | undefined = entry; current !== undefined; current = current.parent) {
      if (current.node.type === 'Command') return current as Entry<Ast.Command>;
      if (current.node.type === 'Script' || current.node.type === 'CompoundList') return undefined;
    }
    return undefined;
  }

  private index(node: Node, parent: Entry | undefined, frame: Frame): void {
    const entry: Entry = { node, parent, frame };
    const list = this.byType.get(node.type);
    if (list) list.push(entry);
    else this.byType.set(node.type, [entry]);
    const inner =
      node.type === 'CommandExpansion' || node.type === 'ArithmeticCommandExpansion' ? frameOf(node, frame) : frame;
    forEachChild(node, (child) => this.index(child, entry, inner));
  }

  private readCommands(): CommandFacts[] {
    const shapes = new Map<Ast.Command, CommandShape>();
    for (const shape of this.ownTree.commands) if (shape.node) shapes.set(shape.node, shape);
    const commands: CommandFacts[] = [];
    for (const entry of (this.byType.get('Command') ?? []) as unknown as readonly Entry<Ast.Command>[]) {
      const { node } = entry;
      if (node.name === undefined) continue;
      const shape = shapes.get(node);
      if (shape === undefined) {
        const { text, isLiteral } = wordShape(node.name);
        const args = node.args.map(wordShape);
        const name = isLiteral ? text : '';
        commands.push({ entry, node, name, program: name, nameWord: node.name, args, wrappers: [] });
        continue;
      }
      const { wrapped, first } = shape;
      const nameNode = wrapped === 0 ? node.name : shape.args[wrapped - 1]?.node;
      commands.push({
        entry,
        node,
        name: shape.name.slice(shape.name.lastIndexOf('/') + 1),
        program: shape.name,
        nameWord: nameNode?.type === 'Word' ? nameNode : node.name,
        args: wrapped === 0 ? shape.args : shape.args.slice(wrapped),
        wrappers: wrapped === 0 ? [] : [first, ...shape.args.slice(0, wrapped - 1)].map((word) => word.text),
      });
    }
    return commands;
  }
}

function roleIn({ node: parent, parent: outer }: Entry, child: Node): WordRole {
  switch (parent.type) {
    case 'Command':
      return parent.name === child ? 'name' : 'argument';
    case 'Assignment':
      if (parent.index === child) return 'subscript';
      if (outer?.node.type !== 'Command' || !isArgument(parent, outer.node)) return 'assignment';
      return isDeclared(parent, outer.node) ? 'declaration' : 'argument';
    case 'ArrayValue':
      return 'element';
    case 'Redirect':
      return 'redirect';
    case 'HereString':
      return 'hereString';
    case 'For':
    case 'Select':
      return parent.name === child ? 'other' : 'list';
    case 'Case':
      return 'subject';
    case 'CaseItem':
      return 'pattern';
    case 'TestUnary':
    case 'TestBinary':
      return 'test';
    default:
      return 'other';
  }
}

/** Commands that declare the variables they name. */
export const declaringCommands: ReadonlySet<string> = new Set(['export', 'declare', 'typeset', 'local', 'readonly']);

/** True for the assignment in `export NAME=value`, false for the one in `NAME=value command`. */
export function isDeclared(assignment: Ast.Assignment, command: Ast.Command): boolean {
  return isArgument(assignment, command) && declaringCommands.has(command.name?.value ?? '');
}

/** True behind the name of the command: `alias name=value` looks like an assignment too. */
function isArgument(assignment: Ast.Assignment, command: Ast.Command): boolean {
  return command.name !== undefined && command.name.pos < assignment.pos;
}

/**
 * The facts of a script; remembered as long as its tree is.
 *
 * @param startedWith the words that start the shell, of which the options count
 */
export function shellFacts(tree: ScriptTree, dialect: Dialect, startedWith: readonly string[] = []): ShellFacts {
  const options = startedWith.filter((word, index) => word.startsWith('-') || startedWith[index - 1]?.startsWith('-'));
  const key = [dialect, ...options].join('\0');
  let facts = tree.facts.get(key);
  if (facts === undefined) {
    facts = new ShellFacts(tree, dialect, options);
    tree.facts.set(key, facts);
  }
  return facts;
}
