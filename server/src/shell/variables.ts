import type { CommandFacts, Entry, ShellFacts } from './facts.ts';
import { declaringCommands, isDeclared } from './facts.ts';
import { shellVariables } from './knownVariables.ts';
import type { Ast, Frame } from './tree.ts';
import { expandedName } from './words.ts';

/** A place in a script. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly frame: Frame;
}

/** Something that gives a variable a value. */
export interface Assigned extends Place {
  readonly name: string;
  /** `command`: `NAME=value command`, which lasts as long as the command. */
  readonly by: 'assignment' | 'declaration' | 'command' | 'loop' | 'read' | 'arithmetic' | 'default';
  /** The value where it is written as one. */
  readonly value: Ast.Word | Ast.ArrayValue | undefined;
  readonly isArray: boolean;
}

/** Something that takes the value of a variable. */
export interface Referenced extends Place {
  readonly name: string;
  /** Says what happens when the variable is not set, as `${name:-word}` and `${name:?}` do. */
  readonly isGuarded: boolean;
  /** The whole expansion, when it is one. */
  readonly node: Ast.SimpleExpansionPart | Ast.ParameterExpansionPart | undefined;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Assignments and references of variables in a script, in no particular order. */
export class VariableFacts {
  readonly assigned: readonly Assigned[];
  readonly referenced: readonly Referenced[];
  /** Names that `export`, `declare -x` or `set -a` hands to programs. */
  readonly exported: ReadonlySet<string>;
  /** `set -a`: every variable is exported. */
  readonly exportsAll: boolean;
  /** Names the script knows to be perhaps unset: `[ -n "$name" ]`, `[ -v name ]`, `${name:-word}`. */
  private readonly lookedAt: ReadonlyMap<string, number>;
  readonly arrays: ReadonlySet<string>;
  private unsetCache: readonly Referenced[] | undefined;

  constructor(facts: ShellFacts) {
    const collector = new Collector(facts);
    collector.collect();
    this.assigned = collector.assigned;
    this.referenced = collector.referenced;
    this.exported = collector.exported;
    this.exportsAll = collector.exportsAll;
    this.lookedAt = collector.tested;
    this.arrays = new Set(collector.assigned.filter(({ isArray }) => isArray).map(({ name }) => name));
  }

  /** The first reference of each name that nothing in the script sets or asks about, the shell's own left out. */
  get unset(): readonly Referenced[] {
    if (this.unsetCache === undefined) {
      const seen = new Set<string>();
      for (const { name, by } of this.assigned) if (by !== 'command') seen.add(name);
      this.unsetCache = this.referenced.filter((reference) => {
        const { name } = reference;
        if (seen.has(name) || !NAME.test(name) || shellVariables.has(name)) return false;
        if (this.isLookedAtBefore(name, reference)) return false;
        seen.add(name);
        return true;
      });
    }
    return this.unsetCache;
  }

  /** True when the script asks before the place whether the variable is set, so that it may be unset. */
  isLookedAtBefore(name: string, { start, frame }: Place): boolean {
    const offset = this.lookedAt.get(name);
    return offset !== undefined && offset <= (frame ? frame.at(start) : start);
  }
}

class Collector {
  readonly assigned: Assigned[] = [];
  readonly referenced: Referenced[] = [];
  readonly exported = new Set<string>();
  readonly tested = new Map<string, number>();
  exportsAll = false;
  private readonly facts: ShellFacts;

  constructor(facts: ShellFacts) {
    this.facts = facts;
  }

  collect(): void {
    const { facts } = this;
    for (const entry of facts.all('Assignment')) this.assignment(entry);
    for (const entry of facts.all('For')) this.loop(entry);
    for (const entry of facts.all('Select')) this.loop(entry);
    for (const entry of facts.all('SimpleExpansion')) {
      const { node, frame } = entry;
      const name = node.text.slice(1);
      this.referenced.push({ name, isGuarded: this.isGuarded(entry), node, start: node.pos, end: node.end, frame });
    }
    for (const entry of facts.all('ParameterExpansion')) this.parameter(entry);
    for (const entry of facts.all('ArithmeticWord')) this.arithmetic(entry);
    for (const command of facts.commands) this.command(command);
    for (const { node, parent, frame } of facts.all('FileDescriptorVariable')) {
      const place = { start: node.pos, end: node.end, frame };
      if (parent?.node.type === 'Redirect' && parent.node.target?.text === '-') {
        this.reference(node.name, place.start, place.end, frame);
        continue;
      }
      this.assigned.push({ name: node.name, by: 'read', value: undefined, isArray: false, ...place });
    }
    for (const { name, isGuarded, start, frame } of this.referenced) if (isGuarded) this.look(name, start, frame);
    for (const { node } of facts.all('TestUnary')) {
      if (node.operator === '-v') this.look(node.operand.value, 0, undefined);
      else if (node.operator === '-n' || node.operator === '-z') this.test(node.operand);
    }
  }

  private assignment({ node, parent, frame }: Entry<Ast.Assignment>): void {
    const command = parent?.node.type === 'Command' ? parent.node : undefined;
    const isDeclaration = command !== undefined && isDeclared(node, command);
    if (!isDeclaration && command?.name !== undefined && command.name.pos < node.pos) return;
    const by = isDeclaration ? 'declaration' : command?.name !== undefined ? 'command' : 'assignment';
    const isArray = node.value.type === 'ArrayValue' || node.index !== undefined;
    // The shell expands prompts itself.
    if (/^(?:PS[0-4]|PROMPT_COMMAND)$/.test(node.name) && node.value.type === 'Word')
      this.quotedReferences(node.value, frame);
    const end = node.pos + node.name.length;
    this.assigned.push({ name: node.name, by, value: node.value, isArray, start: node.pos, end, frame });
    if (node.append) this.reference(node.name, node.pos, end, frame, true);
    if (node.index) this.identifiers(node.index.text, node.index.pos, frame);
  }

  private loop({ node, frame }: Entry<Ast.For> | Entry<Ast.Select>): void {
    const { name } = node;
    const variable = name.value.replace(/^\$/, '');
    if (!NAME.test(variable)) return;
    const place = { start: name.pos, end: name.end, frame };
    this.assigned.push({ name: variable, by: 'loop', value: undefined, isArray: false, ...place });
  }

  /** Array elements may be empty, and an operand is only looked at in its case. */
  private isGuarded(entry: Entry): boolean {
    const { role, isOperand } = this.facts.place(entry);
    return isOperand || role === 'element';
  }

  private parameter(entry: Entry<Ast.ParameterExpansionPart>): void {
    const { node, frame } = entry;
    const { parameter: name, operation, pos: start, end } = node;
    if (operation?.type === 'Names') return;
    const isGuarded = operation?.type === 'Default' || this.isGuarded(entry);
    this.referenced.push({ name, isGuarded, node, start, end, frame });
    if (operation?.type === 'Default' && operation.operator.endsWith('=')) {
      const place = { start: node.parameterPos, end: node.parameterEnd, frame };
      this.assigned.push({ name, by: 'default', value: operation.operand, isArray: false, ...place });
    }
    if (node.index) this.identifiers(node.index.text, node.index.pos, frame);
    if (operation?.type === 'Slice') {
      this.identifiers(operation.offset.text, operation.offset.pos, frame);
      if (operation.length) this.identifiers(operation.length.text, operation.length.pos, frame);
    }
  }

  private arithmetic({ node, parent, frame }: Entry<Ast.ArithmeticWord>): void {
    for (const match of node.value.matchAll(/\$\{?([A-Za-z_]\w*)/g)) {
      if (node.parts === undefined) this.reference(match[1] ?? '', node.pos, node.end, frame);
    }
    if (node.parts?.some((part) => part.type !== 'Literal')) return;
    const operator = parent?.node;
    const name = /^[A-Za-z_]\w*/.exec(node.value)?.[0];
    if (name !== undefined) {
      const place = { start: node.pos, end: node.pos + name.length, frame };
      const isLeft = operator?.type === 'ArithmeticBinary' && operator.left === node;
      const isStep = operator?.type === 'ArithmeticUnary' && (operator.operator === '++' || operator.operator === '--');
      const isSet = isLeft && /^(?:[-+*/%&|^]|<<|>>)?=$/.test(operator.operator);
      if (isStep || isSet) {
        this.assigned.push({ name, by: 'arithmetic', value: undefined, isArray: false, ...place });
        if (!isStep && operator.operator === '=') return;
      }
    }
    this.identifiers(node.value, node.pos, frame);
  }

  /** The names in an arithmetic text. */
  private identifiers(text: string, start: number, frame: Frame): void {
    if (!/[A-Za-z_]/.test(text)) return;
    for (const match of text.matchAll(/(?<![\w$#{}])[A-Za-z_]\w*/g)) {
      this.reference(match[0], start + match.index, start + match.index + match[0].length, frame);
    }
  }

  private reference(name: string, start: number, end: number, frame: Frame, isGuarded = false): void {
    this.referenced.push({ name, isGuarded, node: undefined, start, end, frame });
  }

  private command(command: CommandFacts): void {
    const { name, args, entry } = command;
    if (declaringCommands.has(name) && command.wrappers.length === 0) {
      this.declaration(command);
      return;
    }
    switch (name) {
      case '[':
        this.tests(command);
        break;
      case 'read':
        this.read(command, 'aidnNptu');
        break;
      case 'mapfile':
      case 'readarray':
        this.read(command, 'nOsducC');
        break;
      case 'getopts':
        this.assignTo(args[1], entry.frame);
        break;
      case 'printf':
        if (args[0]?.text === '-v') this.assignTo(args[1], entry.frame);
        break;
      case 'wait': {
        const option = args.findIndex((word) => word.text === '-p');
        if (option !== -1) this.assignTo(args[option + 1], entry.frame);
        break;
      }
      case 'let':
        for (const word of args) this.let(word.text, word.start, word.end, entry.frame);
        break;
      case 'set':
        this.exportsAll ||= /(?:^| )-(?:[A-Za-z]*a|o allexport)/.test(args.map((word) => word.text).join(' '));
        break;
      case 'trap':
      case 'alias':
        for (const word of args) {
          const value = word.node?.type === 'Assignment' ? word.node.value : word.node;
          if (value?.type === 'Word') this.quotedReferences(value, entry.frame);
        }
        break;
    }
  }

  /** Variables in single quotes that the shell expands later. */
  private quotedReferences(word: Ast.Word, frame: Frame): void {
    for (const part of word.parts ?? []) {
      if (part.type !== 'SingleQuoted') continue;
      for (const match of part.value.matchAll(/\$\{?([A-Za-z_]\w*)/g)) {
        this.reference(match[1] ?? '', part.pos, part.end, frame);
      }
    }
  }

  private look(name: string, start: number, frame: Frame): void {
    const offset = frame ? frame.at(start) : start;
    this.tested.set(name, Math.min(offset, this.tested.get(name) ?? offset));
  }

  private declaration({ node, args, name, entry }: CommandFacts): void {
    const flags = args.filter((word) => word.text.startsWith('-')).map((word) => word.text);
    if (flags.some((flag) => /^-\w*[fF]/.test(flag))) return;
    const isExport = name === 'export' || flags.some((flag) => /^-\w*x/.test(flag));
    const isArray = flags.some((flag) => /^-\w*[aA]/.test(flag));
    for (const word of node.args) {
      if (word.type === 'Assignment') {
        if (isExport) this.exported.add(word.name);
        continue;
      }
      if (!NAME.test(word.value)) continue;
      if (isExport) {
        this.exported.add(word.value);
        this.reference(word.value, word.pos, word.end, entry.frame, true);
      }
      const by = 'declaration';
      this.assigned.push({
        name: word.value,
        by,
        value: undefined,
        isArray,
        start: word.pos,
        end: word.end,
        frame: entry.frame,
      });
    }
  }

  private tests({ node, args }: CommandFacts): void {
    const words = node.args.filter((word) => word.type === 'Word');
    const last = words.length - (args.at(-1)?.text === ']' ? 1 : 0);
    for (let index = 0; index < last; index++) {
      const text = words[index]?.value;
      const operand = words[index + 1];
      if (text === '-v' && operand) this.look(operand.value, 0, undefined);
      else if ((text === '-n' || text === '-z') && operand) this.test(operand);
    }
    if (last === 1 && words[0] && node.redirects.length === 0) this.test(words[0]);
  }

  /** What `-n`, `-z` or a test of one word asks about is known to be perhaps unset. */
  private test(word: Ast.Word): void {
    for (const part of word.parts ?? []) {
      for (const inner of part.type === 'DoubleQuoted' ? part.parts : [part]) {
        const name = expandedName(inner);
        if (name !== undefined) this.look(name, 0, undefined);
      }
    }
  }

  private read({ name, args, entry }: CommandFacts, withValue: string): void {
    let found = false;
    for (let index = 0; index < args.length; index++) {
      const word = args[index];
      if (word === undefined) continue;
      if (word.text.startsWith('-')) {
        const letters = [...word.text.slice(1)];
        const valued = letters.findIndex((letter) => withValue.includes(letter));
        if (valued !== -1 && valued === letters.length - 1) {
          const isArray = letters[valued] === 'a' && name === 'read';
          index++;
          if (isArray) {
            this.assignTo(args[index], entry.frame, true);
            found = true;
          }
        }
        continue;
      }
      this.assignTo(word, entry.frame, name !== 'read');
      found = true;
    }
    if (!found) {
      const { pos: start, end } = entry.node;
      const implied = name === 'read' ? 'REPLY' : 'MAPFILE';
      this.assigned.push({
        name: implied,
        by: 'read',
        value: undefined,
        isArray: name !== 'read',
        start,
        end,
        frame: entry.frame,
      });
    }
  }

  private assignTo(word: CommandFacts['args'][number] | undefined, frame: Frame, isArray = false): void {
    if (word === undefined) return;
    const name = /^[A-Za-z_]\w*/.exec(word.text)?.[0];
    if (name === undefined) return;
    this.assigned.push({ name, by: 'read', value: undefined, isArray, start: word.start, end: word.end, frame });
  }

  private let(text: string, start: number, end: number, frame: Frame): void {
    const match = /^\s*(?:\+\+|--)?([A-Za-z_]\w*)\s*(\+\+|--|(?:[-+*/%&|^]|<<|>>)?=(?!=))?/.exec(text);
    if (match?.[1] !== undefined && (match[2] !== undefined || /^\s*(?:\+\+|--)/.test(text))) {
      this.assigned.push({ name: match[1], by: 'arithmetic', value: undefined, isArray: false, start, end, frame });
    }
    for (const name of text.matchAll(/(?<![\w$#{}])[A-Za-z_]\w*/g)) {
      if (name.index === text.indexOf(match?.[1] ?? '\0') && match?.[2] === '=') continue;
      this.reference(name[0], start, end, frame);
    }
  }
}
