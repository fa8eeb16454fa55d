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
  if (instruction.keyword === 'RUN') return model.variables.lookup(name, stage, model.orderOf(instruction));
  for (let current: Stage | undefined = stage; current !== undefined; current = current.parent) {
    const own = current;
    const found = model.variables.declared.findLast(
      (variable) => variable.kind === 'env' && variable.name === name && variable.stage === own,
    );
    if (found !== undefined) return found;
  }
  return undefined;
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
  const group = groupOf(model, named);
  const isMeant = (variable: Variable | undefined, instruction: Instruction) =>
    group.has(variable === undefined ? undeclaredKey(instruction) : keyOf(variable));
  const found: Occurrence[] = [];
  for (const variable of variables.declared) {
    if (variable.name !== name || variable.nameSpan === undefined || !group.has(keyOf(variable))) continue;
    found.push({ span: variable.nameSpan, isDeclaration: true });
  }
  for (const use of variables.uses) {
    if (use.name === name && isMeant(use.variable, use.instruction)) {
      found.push({ span: use.nameSpan, isDeclaration: false });
    }
  }
  for (const instruction of model.instructions) {
    const { head, heredocs } = instruction.node;
    if (!head.text.includes(name) && heredocs.length === 0) continue;
    for (const use of shellUses(readerOf(instruction))) {
      if (use.name !== name) continue;
      const variable = shellVariable(model, instruction, name);
      if (variable !== undefined && group.has(keyOf(variable)))
        found.push({ span: use.nameSpan, isDeclaration: false });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** What stands for the same variable has the same key. */
type Key = string;

/**
 * One build argument sets every ARG of that name in the file, so they all are one variable, and BuildKit's own are
 * another kind. ENV is one variable along a chain of stages.
 */
function keyOf({ kind, name, stage, global }: Variable): Key {
  if (kind === 'platform' || global?.kind === 'platform') return 'platform';
  if (kind !== 'env') return kind;
  let first: Stage | undefined = stage;
  for (let parent = stage?.parent; parent !== undefined; parent = parent.parent) {
    const setsIt = parent.all('ENV').some((env) => env.pairs.some(({ key }) => key.text === name));
    if (setsIt) first = parent;
  }
  return `env ${first?.index ?? -1}`;
}

function undeclaredKey({ stage }: Instruction): Key {
  return `undeclared ${stage?.index ?? -1}`;
}

/** The keys of what is renamed together: `ARG name` without a value behind `ENV name` leaves the variable as it is. */
function groupOf(model: Dockerfile, { name, variable, instruction }: NamedVariable): Set<Key> {
  const group = new Set([variable === undefined ? undeclaredKey(instruction) : keyOf(variable)]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const declared of model.variables.declared) {
      if (declared.name !== name) continue;
      const kept = keptBy(model, declared);
      if (kept === undefined) continue;
      const own = keyOf(declared);
      const other = keyOf(kept);
      if (group.has(own) === group.has(other)) continue;
      group.add(own);
      group.add(other);
      grown = true;
    }
  }
  return group;
}

/** The ENV whose value an ARG without default leaves in force. */
function keptBy(model: Dockerfile, { kind, name, stage, order, global, instruction }: Variable): Variable | undefined {
  if (kind !== 'arg' || global !== undefined || stage === undefined || instruction?.keyword !== 'ARG') return undefined;
  if (instruction.declarations.some((entry) => entry.name === name && entry.value !== undefined)) return undefined;
  const before = model.variables.lookup(name, stage, order);
  return before?.kind === 'env' ? before : undefined;
}
