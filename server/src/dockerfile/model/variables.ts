import type { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import { type Binding, type Expansion, type ExpansionError, expand, type Lookup, type Use } from './expansion.ts';
import type { History } from './history.ts';
import type { Arg, Env, Expandable, Instruction } from './instructions.ts';
import type { Stage } from './stage.ts';

/** Platform arguments that FROM may use without declaration and that a stage gets with `ARG name`. BuildKit, global scope. */
export const platformArguments = [
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDOSVERSION',
  'BUILDARCH',
  'BUILDVARIANT',
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETOSVERSION',
  'TARGETARCH',
  'TARGETVARIANT',
  'TARGETSTAGE',
] as const;

/** Proxy arguments that may be passed to a build without declaration; they reach RUN only. */
export const proxyArguments = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [
  name,
  name.toLowerCase(),
]);

export interface Variable {
  readonly name: string;
  readonly kind: 'arg' | 'env' | 'platform' | 'base';
  /** Where the name is declared; `undefined` for those nobody declares. */
  readonly nameSpan: Span | undefined;
  readonly instruction: Arg | Env | undefined;
  /** `undefined`: before the first FROM. */
  readonly stage: Stage | undefined;
  readonly value: Exclude<Binding, undefined>;
  /** The global ARG whose value `ARG name` brings into the stage. */
  readonly global: Variable | undefined;
}

/** A use that the build expands, with what it stands for. */
export interface VariableUse extends Use {
  readonly instruction: Instruction;
  /** `undefined` when nothing declares the name here. */
  readonly variable: Variable | undefined;
  /** Number of the expanded text within its instruction: BuildKit warns once for each. */
  readonly textIndex: number;
}

const UNKNOWN: Exclude<Binding, undefined> = { kind: 'unknown' };

const platform = new Map<string, Variable>(
  platformArguments.map((name) => [
    name,
    {
      name,
      kind: 'platform',
      nameSpan: undefined,
      instruction: undefined,
      stage: undefined,
      value: UNKNOWN,
      global: undefined,
    },
  ]),
);

const path: Variable = {
  name: 'PATH',
  kind: 'base',
  nameSpan: undefined,
  instruction: undefined,
  stage: undefined,
  value: UNKNOWN,
  global: undefined,
};

/**
 * ARG and ENV over the whole file, by BuildKit's scoping: one map per stage that ENV and ARG both write to, global ARGs
 * visible in FROM and, once redeclared, in a stage, stages inheriting from the stage they are built on.
 */
export class Variables {
  private readonly history: History;
  private readonly ownUses: VariableUse[] = [];
  private readonly ownErrors: { readonly instruction: Instruction; readonly error: ExpansionError }[] = [];
  readonly declared: Variable[] = [];
  private readonly globals = new Map<string, Variable>();
  private readonly stages = new Map<Stage, Map<string, Variable[]>>();
  /** What stages that others are built on inherit, by name; `null`: nothing. */
  private readonly ends = new Map<Stage, Map<string, Variable | null>>();
  /** Values of expanded texts by the text object, for whoever wants the result. */
  private readonly values = new WeakMap<MappedText, string | undefined>();

  constructor(history: History) {
    this.history = history;
  }

  /** In the order of the file. */
  get uses(): readonly VariableUse[] {
    this.history.note('uses');
    return this.ownUses;
  }

  get errors(): readonly { readonly instruction: Instruction; readonly error: ExpansionError }[] {
    this.history.note('uses');
    return this.ownErrors;
  }

  /** What a name stands for in an instruction that begins at the offset. */
  lookup(name: string, stage: Stage | undefined, offset: number): Variable | undefined {
    if (stage === undefined) return this.globals.get(name) ?? platform.get(name);
    const list = this.stages.get(stage)?.get(name);
    if (list !== undefined) {
      for (let index = list.length - 1; index >= 0; index--) {
        const variable = list[index];
        if (variable !== undefined && isBefore(variable, offset)) return variable;
      }
    }
    return (stage.parent && this.atEnd(name, stage.parent)) ?? (name === 'PATH' ? path : undefined);
  }

  /**
   * What a name stands for at the end of a stage that others are built on. Remembered for each stage of the chain, which
   * would otherwise be walked again by every stage that is built on it.
   */
  private atEnd(name: string, stage: Stage): Variable | undefined {
    const walked: Stage[] = [];
    let found: Variable | undefined;
    for (let current: Stage | undefined = stage; current !== undefined; current = current.parent) {
      const known = this.ends.get(current)?.get(name);
      found = known === undefined ? this.stages.get(current)?.get(name)?.at(-1) : (known ?? undefined);
      if (found !== undefined || known === null) break;
      walked.push(current);
    }
    for (const current of walked) {
      let names = this.ends.get(current);
      if (names === undefined) {
        names = new Map();
        this.ends.set(current, names);
      }
      names.set(name, found ?? null);
    }
    return found;
  }

  /** A global ARG or platform argument, as FROM sees it. */
  global(name: string): Variable | undefined {
    return this.globals.get(name) ?? platform.get(name);
  }

  /** Everything visible to an instruction that begins at the offset, nearest declaration first, one for each name. */
  visible(stage: Stage | undefined, offset: number): Variable[] {
    const found = new Map<string, Variable>();
    if (stage === undefined) {
      for (const variable of [...this.globals.values()].reverse()) found.set(variable.name, variable);
      for (const variable of platform.values()) if (!found.has(variable.name)) found.set(variable.name, variable);
      return [...found.values()];
    }
    for (let current: Stage | undefined = stage; current !== undefined; current = current.parent) {
      for (const [name, list] of this.stages.get(current) ?? []) {
        if (found.has(name)) continue;
        // Of a stage that this one is built on all is visible.
        const variable = current === stage ? list.findLast((entry) => isBefore(entry, offset)) : list.at(-1);
        if (variable !== undefined) found.set(name, variable);
      }
    }
    return [...found.values()];
  }

  /** The result of an expanded text; `undefined` when only the build knows it or it has an error. */
  valueOf(text: MappedText): string | undefined {
    return this.values.has(text) ? this.values.get(text) : text.text;
  }

  /** Declares and expands what the instruction says. FROM is expanded with global ARGs. */
  addInstruction(instruction: Instruction): void {
    const { stage } = instruction;
    const { start } = instruction.span;
    const isFrom = instruction.keyword === 'FROM';
    const find = (name: string) => (isFrom ? this.global(name) : this.lookup(name, stage, start));
    if (instruction.keyword === 'ARG') {
      this.addArg(instruction);
      return;
    }
    if (instruction.keyword === 'RUN' && instruction.flags.length === 0) return;
    let textIndex = 0;
    for (const text of instruction.expandable) this.expand(text, instruction, textIndex++, find);
    if (instruction.keyword === 'ENV') {
      for (const { key, keySpan, value } of instruction.pairs) {
        const name = this.valueOf(key);
        if (name === undefined || value === undefined) continue;
        const text = this.valueOf(value);
        this.declare({
          name,
          kind: 'env',
          nameSpan: keySpan,
          instruction,
          stage,
          value: text === undefined ? UNKNOWN : { kind: 'text', text },
          global: undefined,
        });
      }
    }
  }

  private addArg(instruction: Arg): void {
    const { stage } = instruction;
    const { start } = instruction.span;
    let textIndex = 0;
    for (const { name, nameSpan, value } of instruction.declarations) {
      // Each default sees the names before it in the same instruction.
      const find = (used: string) => this.lookup(used, stage, start + 1);
      const word = value === undefined ? undefined : instruction.expandable[textIndex];
      const text = word === undefined ? undefined : this.expand(word, instruction, textIndex++, find);
      const global = stage === undefined ? undefined : this.global(name);
      const before = stage === undefined ? undefined : this.lookup(name, stage, start);
      let binding: Exclude<Binding, undefined> = UNKNOWN;
      if (value !== undefined) binding = text === undefined ? UNKNOWN : { kind: 'text', text };
      else if (global !== undefined) binding = global.value;
      else if (before !== undefined) binding = before.value;
      this.declare({ name, kind: 'arg', nameSpan, instruction, stage, value: binding, global });
    }
  }

  private declare(variable: Variable): void {
    this.declared.push(variable);
    if (variable.stage === undefined) {
      this.globals.set(variable.name, variable);
      return;
    }
    let names = this.stages.get(variable.stage);
    if (names === undefined) {
      names = new Map();
      this.stages.set(variable.stage, names);
    }
    const list = names.get(variable.name);
    if (list === undefined) names.set(variable.name, [variable]);
    else list.push(variable);
  }

  private expand(
    expandable: Expandable,
    instruction: Instruction,
    textIndex: number,
    find: (name: string) => Variable | undefined,
  ): string | undefined {
    const { text, constant } = expandable;
    if (constant !== undefined) {
      if (constant.error !== undefined) this.ownErrors.push({ instruction, error: constant.error });
      if (constant.value !== text.text) this.values.set(text, constant.value);
      return constant.value;
    }
    const { stage } = instruction;
    // What the file does not declare, the base image may.
    const otherwise = instruction.keyword !== 'FROM' && stage?.hasExternalBase === true ? UNKNOWN : undefined;
    const { value, uses, error } = this.expansionOf(expandable, (name) => find(name)?.value ?? otherwise);
    for (const { name, nameSpan, span, modifier } of uses) {
      this.ownUses.push({ name, nameSpan, span, modifier, instruction, variable: find(name), textIndex });
    }
    if (error !== undefined) this.ownErrors.push({ instruction, error });
    if (value !== text.text) this.values.set(text, value);
    return value;
  }

  private expansionOf(expandable: Expandable, lookup: Lookup): Expansion {
    const { last } = expandable;
    if (last?.expansion.uses.every(({ name }, index) => isSame(last.bindings[index], lookup(name))) === true) {
      return last.expansion;
    }
    const expansion = expand(expandable.text, expandable.escape, lookup, expandable.literalQuotes);
    expandable.last = { bindings: expansion.uses.map(({ name }) => lookup(name)), expansion };
    return expansion;
  }
}

/** True when the variable is declared by an instruction that begins before the offset, or by none. */
function isBefore({ instruction }: Variable, offset: number): boolean {
  return instruction === undefined || instruction.span.start < offset;
}

function isSame(a: Binding, b: Binding): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.kind !== b.kind) return false;
  return a.kind !== 'text' || (b.kind === 'text' && a.text === b.text);
}
