import { dialectOfProgram, isParsed } from '../../shell/dialect.ts';
import { parseScript, type Script } from '../../shell/script.ts';
import { type Ast, type Frame, forEachChild, frameOf } from '../../shell/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Instruction } from '../model/instructions.ts';

/** A variable that a shell reads and that it did not set itself before. */
export interface ShellUse {
  readonly name: string;
  readonly nameSpan: Span;
  /** `$name`, `${name…}`, or the bare name in arithmetic and behind `export`. */
  readonly span: Span;
}

const NONE: readonly ShellUse[] = [];
const NO_NAMES: ReadonlySet<string> = new Set();

/** What the shell reads in RUN, CMD, ENTRYPOINT and HEALTHCHECK. In exec form: in the text that is given to `sh -c`. */
export function shellUses(instruction: Instruction): readonly ShellUse[] {
  return scriptOf(instruction)?.uses ?? NONE;
}

/** Names of the variables that the shell text sets itself. */
export function shellAssignments(instruction: Instruction): ReadonlySet<string> {
  return scriptOf(instruction)?.assigned ?? NO_NAMES;
}

interface Reading {
  readonly uses: readonly ShellUse[];
  readonly assigned: ReadonlySet<string>;
}

function scriptOf(instruction: Instruction): Reading | undefined {
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      break;
    default:
      return undefined;
  }
  const { node, exec } = instruction;
  if (!mayUse(node.head.text) && node.heredocs.length === 0) return undefined;
  if (exec === undefined) return read(instruction.script);
  const [program, ...rest] = exec.elements;
  const dialect = dialectOfProgram(program?.value ?? '');
  const flag = rest.findIndex(({ value }) => value !== undefined && COMMAND_FLAG.test(value));
  const text = flag === -1 ? undefined : rest[flag + 1];
  if (dialect === undefined || text?.value === undefined) return undefined;
  return read(parseScript(text.source, dialect));
}

const COMMAND_FLAG = /^-[a-z]*c$/;

function mayUse(text: string): boolean {
  return text.includes('$') || text.includes('%') || text.includes('export') || text.includes('unset');
}

function read(script: Script): Reading {
  const { root } = script.tree;
  if (root === undefined) {
    return { uses: isParsed(script.dialect) ? NONE : windowsUses(script), assigned: NO_NAMES };
  }
  const walk = new Walk(script);
  try {
    walk.visit(root);
  } catch (error) {
    // Nested deeper than the call stack: what was found so far.
    if (!(error instanceof RangeError)) throw error;
  }
  return walk;
}

/** `$env:NAME` of PowerShell, `%NAME%` of cmd. */
function windowsUses(script: Script): readonly ShellUse[] {
  const { source, dialect } = script;
  const pattern = dialect === 'powershell' ? /\$(?:env:|\{env:)(\w+)\}?/gi : dialect === 'cmd' ? /%(\w+)%/g : undefined;
  if (pattern === undefined) return NONE;
  const uses: ShellUse[] = [];
  for (const match of source.text.matchAll(pattern)) {
    const [whole, name = ''] = match;
    const start = match.index + whole.lastIndexOf(name);
    uses.push({
      name,
      nameSpan: source.span(start, start + name.length),
      span: source.span(match.index, match.index + whole.length),
    });
  }
  return uses;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Commands that take names of variables as arguments, and set those that are given with `=`. */
const declaring: ReadonlySet<string> = new Set(['export', 'readonly', 'declare', 'typeset', 'local']);

/** Goes through a script in the order it runs and keeps in mind what it has set. */
class Walk {
  readonly uses: ShellUse[] = [];
  readonly assigned = new Set<string>();
  private readonly script: Script;
  private frame: Frame = undefined;
  /** What is set by now, here. */
  private own = new Set<string>();

  constructor(script: Script) {
    this.script = script;
  }

  readonly visit = (node: Ast.SyntaxNode): void => {
    switch (node.type) {
      case 'Command':
        this.command(node);
        break;
      case 'Word':
      case 'HereDocBody':
        if (/[$`]/.test(node.text)) forEachChild(node, this.visit);
        break;
      case 'SimpleExpansion':
        this.add(node.text.slice(1), node.pos + 1, node.pos, node.end);
        break;
      case 'ParameterExpansion':
        this.add(node.parameter, node.parameterPos, node.pos, node.end);
        forEachChild(node, this.visit);
        break;
      case 'ArithmeticWord':
        if (node.parts === undefined) this.add(node.value, node.pos, node.pos, node.end);
        else forEachChild(node, this.visit);
        break;
      case 'For':
      case 'Select':
        for (const word of node.wordlist ?? []) this.visit(word);
        this.assign(node.name.value);
        this.visit(node.body);
        break;
      case 'CommandExpansion':
      case 'ArithmeticCommandExpansion':
        if (node.script !== undefined) {
          const { script } = node;
          const outer = this.frame;
          this.frame = frameOf(node, outer);
          this.apart(() => this.visit(script));
          this.frame = outer;
        }
        break;
      case 'Subshell':
      case 'ProcessSubstitution':
        this.apart(() => forEachChild(node, this.visit));
        break;
      case 'Pipeline':
        if (node.commands.length === 1) forEachChild(node, this.visit);
        else for (const member of node.commands) this.apart(() => this.visit(member));
        break;
      default:
        forEachChild(node, this.visit);
    }
  };

  /** What a subshell sets does not reach beyond it. */
  private apart(run: () => void): void {
    const outer = this.own;
    this.own = new Set(outer);
    run();
    this.own = outer;
  }

  private assign(name: string): void {
    this.own.add(name);
    this.assigned.add(name);
  }

  private add(name: string, nameStart: number, start: number, end: number): void {
    if (!NAME.test(name) || this.own.has(name)) return;
    const { script, frame } = this;
    this.uses.push({
      name,
      nameSpan: script.span(nameStart, nameStart + name.length, frame),
      span: script.span(start, end, frame),
    });
  }

  private command(node: Ast.Command): void {
    forEachChild(node, this.visit);
    const name = node.name?.value;
    if (name === undefined) {
      for (const part of node.prefix) if (part.type === 'Assignment') this.assign(part.name);
      return;
    }
    if (declaring.has(name)) {
      for (const argument of node.args) {
        if (argument.type === 'Assignment') this.assign(argument.name);
        else if (name !== 'local') this.add(argument.text, argument.pos, argument.pos, argument.end);
      }
    } else if (name === 'unset' || name === 'read') {
      for (const argument of node.args) {
        if (argument.type !== 'Word') continue;
        if (name === 'unset') this.add(argument.text, argument.pos, argument.pos, argument.end);
        this.assign(argument.value);
      }
    } else if (dialectOfProgram(name) !== undefined) this.inner(node);
  }

  /** `sh -c '…'`: the text is read by another shell, with the same environment. */
  private inner(node: Ast.Command): void {
    if (this.frame !== undefined) return;
    const { args } = node;
    const flag = args.findIndex((word) => word.type === 'Word' && COMMAND_FLAG.test(word.value));
    const word = flag === -1 ? undefined : args[flag + 1];
    if (word?.type !== 'Word') return;
    const part = word.parts?.[0];
    if (part?.type !== 'SingleQuoted' || word.parts?.length !== 1) return;
    const text = this.script.source.slice(part.pos + 1, part.end - 1);
    for (const use of read(parseScript(text, this.script.dialect)).uses) {
      if (!this.own.has(use.name)) this.uses.push(use);
    }
  }
}
