import { type Span, touches } from '../../text/span.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import type { StageReference } from '../model/references.ts';
import type { Stage } from '../model/stage.ts';
import type { Variable } from '../model/variables.ts';
import type { Heredoc } from '../syntax/tree.ts';
import { shellUses } from './shellUses.ts';

/** A stage, by its name where it is declared or by a reference to it. */
export interface NamedStage {
  readonly kind: 'stage';
  readonly stage: Stage;
  /** What stands at the offset. */
  readonly span: Span;
  /** `undefined` where the stage gets its name. */
  readonly reference: StageReference | undefined;
}

/** An ARG or ENV variable, where it is declared or used. */
export interface NamedVariable {
  readonly kind: 'variable';
  readonly name: string;
  readonly span: Span;
  /** What the name stands for at the offset: of a declaration, itself; `undefined` when nothing declares it. */
  readonly variable: Variable | undefined;
  readonly isDeclaration: boolean;
  readonly instruction: Instruction;
}

/** The delimiter of a heredoc, where it is announced or where it ends the body. */
export interface NamedHeredoc {
  readonly kind: 'heredoc';
  readonly heredoc: Heredoc;
  readonly span: Span;
}

export type Named = NamedStage | NamedVariable | NamedHeredoc;

export interface Occurrence {
  readonly span: Span;
  readonly isDeclaration: boolean;
}

/** The thing with a name that stands at the offset or ends there. */
export function namedAt(file: DockerfileFile, offset: number): Named | undefined {
  const instruction = file.model.instructionAt(offset);
  if (instruction === undefined) return undefined;
  return (
    heredocAt(instruction, offset) ?? stageAt(file.model, instruction, offset) ?? variableAt(file, instruction, offset)
  );
}

function heredocAt({ heredocs }: Instruction, offset: number): NamedHeredoc | undefined {
  for (const heredoc of heredocs) {
    const { nameSpan, terminator } = heredoc;
    if (touches(nameSpan, offset)) return { kind: 'heredoc', heredoc, span: nameSpan };
    if (terminator !== undefined && touches(terminator, offset)) return { kind: 'heredoc', heredoc, span: terminator };
  }
  return undefined;
}

function stageAt(model: Dockerfile, instruction: Instruction, offset: number): NamedStage | undefined {
  const { stage } = instruction;
  if (stage === undefined) return undefined;
  if (instruction.keyword === 'FROM') {
    const { stageName } = instruction;
    if (stageName !== undefined && touches(stageName.span, offset)) {
      return { kind: 'stage', stage, span: stageName.span, reference: undefined };
    }
  }
  for (const reference of model.references) {
    const { span, target } = reference;
    if (reference.instruction !== instruction || target === undefined || !touches(span, offset)) continue;
    // Behind a variable, the variable is what stands there.
    if (reference.isLiteral || reference.isIndex) return { kind: 'stage', stage: target, span, reference };
  }
  return undefined;
}

function variableAt({ model }: DockerfileFile, outer: Instruction, offset: number): NamedVariable | undefined {
  const { variables } = model;
  for (const { instruction, name, nameSpan, variable } of variables.uses) {
    if (instruction !== outer || !touches(nameSpan, offset)) continue;
    return { kind: 'variable', name, span: nameSpan, variable, isDeclaration: false, instruction };
  }
  if (outer.keyword === 'ARG' || outer.keyword === 'ENV') {
    for (const variable of variables.declared) {
      const { instruction, name, nameSpan: span } = variable;
      if (instruction !== outer || span === undefined || !touches(span, offset)) continue;
      return { kind: 'variable', name, span, variable, isDeclaration: true, instruction };
    }
    return undefined;
  }
  const reader = readerOf(outer);
  for (const { name, nameSpan } of shellUses(reader)) {
    if (!touches(nameSpan, offset)) continue;
    const variable = shellVariable(model, outer, name);
    if (variable === undefined) return undefined;
    return { kind: 'variable', name, span: nameSpan, variable, isDeclaration: false, instruction: outer };
  }
  return undefined;
}

/** The instruction whose text a shell reads: behind ONBUILD, the trigger. */
export function readerOf(instruction: Instruction): Instruction {
  return instruction.keyword === 'ONBUILD' ? (instruction.trigger ?? instruction) : instruction;
}

/**
 * What a name stands for in the shell text of an instruction: RUN sees ARG and ENV as they are there, commands of
 * containers and triggers only the ENV that the stage ends with.
 */
export function shellVariable(model: Dockerfile, instruction: Instruction, name: string): Variable | undefined {
  const { stage } = instruction;
  if (stage === undefined) return undefined;
  if (instruction.keyword === 'RUN') return model.variables.lookup(name, stage, instruction.span.start);
  const byStage = model.once(environments);
  for (let current: Stage | undefined = stage; current !== undefined; current = current.parent) {
    const found = byStage.get(current)?.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Environments = ReadonlyMap<Stage, ReadonlyMap<string, Variable>>;

/** The last ENV of each name in each stage. */
function environments({ variables }: Dockerfile): Environments {
  const byStage = new Map<Stage, Map<string, Variable>>();
  for (const variable of variables.declared) {
    const { kind, stage, name } = variable;
    if (kind !== 'env' || stage === undefined) continue;
    const names = byStage.get(stage);
    if (names === undefined) byStage.set(stage, new Map([[name, variable]]));
    else names.set(name, variable);
  }
  return byStage;
}

/** Every place that means the same, declarations first within each instruction, in the order of the file. */
export function occurrences(file: DockerfileFile, named: Named): Occurrence[] {
  switch (named.kind) {
    case 'stage':
      return stageOccurrences(file.model, named.stage);
    case 'heredoc':
      return heredocOccurrences(named.heredoc);
    case 'variable':
      return variableOccurrences(file.model, named);
  }
}

function stageOccurrences(model: Dockerfile, stage: Stage): Occurrence[] {
  const found: Occurrence[] = [];
  const { stageName } = stage;
  if (stageName !== undefined) found.push({ span: stageName.span, isDeclaration: true });
  for (const { span } of model.referencesTo(stage)) found.push({ span, isDeclaration: false });
  return found;
}

function heredocOccurrences({ nameSpan, terminator }: Heredoc): Occurrence[] {
  const found: Occurrence[] = [{ span: nameSpan, isDeclaration: true }];
  if (terminator !== undefined) found.push({ span: terminator, isDeclaration: false });
  return found;
}

function variableOccurrences(model: Dockerfile, named: NamedVariable): Occurrence[] {
  const { name } = named;
  const { variables } = model;
  const group = new Group(model, named);
  const found: Occurrence[] = [];
  for (const variable of variables.declared) {
    if (variable.name !== name || variable.nameSpan === undefined || !group.has(variable)) continue;
    found.push({ span: variable.nameSpan, isDeclaration: true });
  }
  for (const use of variables.uses) {
    if (use.name === name && group.has(use.variable, use.instruction)) {
      found.push({ span: use.nameSpan, isDeclaration: false });
    }
  }
  for (const instruction of model.instructions) {
    const { head, heredocs } = instruction.node;
    if (!head.text.includes(name) && heredocs.length === 0) continue;
    for (const use of shellUses(readerOf(instruction))) {
      if (use.name !== name) continue;
      const variable = shellVariable(model, instruction, name);
      if (variable !== undefined && group.has(variable)) found.push({ span: use.nameSpan, isDeclaration: false });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** What stands for the same variable has the same key. */
type Key = string;

/**
 * The variables of a name that are one: every ARG of the file, as one build argument sets them all, those of the builder,
 * or ENV along a chain of stages.
 */
class Group {
  private readonly keys: Set<Key>;
  /** For each stage, the first one of its chain that sets the name with ENV. */
  private readonly firstToSet = new Map<Stage, Stage>();

  constructor(model: Dockerfile, { name, variable, instruction }: NamedVariable) {
    const byStage = model.once(environments);
    for (const stage of model.stages) {
      const first = stage.parent === undefined ? undefined : this.firstToSet.get(stage.parent);
      if (first !== undefined) this.firstToSet.set(stage, first);
      else if (byStage.get(stage)?.has(name) === true) this.firstToSet.set(stage, stage);
    }
    this.keys = new Set([this.keyOf(variable, instruction)]);
    // `ARG name` without a value behind `ENV name` leaves the variable as it is: the two are one.
    const links: [Key, Key][] = [];
    for (const declared of model.variables.declared) {
      const kept = declared.name === name ? keptBy(model, declared) : undefined;
      if (kept !== undefined) links.push([this.keyOf(declared), this.keyOf(kept)]);
    }
    for (let size = 0; size < this.keys.size; ) {
      size = this.keys.size;
      for (const link of links) if (link.some((key) => this.keys.has(key))) for (const key of link) this.keys.add(key);
    }
  }

  /** @param instruction where a name stands that nothing declares */
  has(variable: Variable | undefined, instruction?: Instruction): boolean {
    return this.keys.has(this.keyOf(variable, instruction));
  }

  private keyOf(variable: Variable | undefined, instruction?: Instruction): Key {
    if (variable === undefined) return `undeclared ${instruction?.stage?.index ?? -1}`;
    const { kind, stage, global } = variable;
    if (kind === 'platform' || global?.kind === 'platform') return 'platform';
    if (kind !== 'env' || stage === undefined) return kind;
    return `env ${this.firstToSet.get(stage)?.index ?? -1}`;
  }
}

/** The ENV whose value an ARG without default leaves in force. */
function keptBy(model: Dockerfile, { kind, name, stage, global, instruction }: Variable): Variable | undefined {
  if (kind !== 'arg' || global !== undefined || stage === undefined || instruction?.keyword !== 'ARG') return undefined;
  if (instruction.declarations.some((entry) => entry.name === name && entry.value !== undefined)) return undefined;
  const before = model.variables.lookup(name, stage, instruction.span.start);
  return before?.kind === 'env' ? before : undefined;
}
