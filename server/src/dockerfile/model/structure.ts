import type { Comment, Tree } from '../syntax/tree.ts';
import type { Dockerfile } from './dockerfile.ts';
import { type Binding, expand } from './expansion.ts';
import {
  defaultShell,
  type From,
  type Instruction,
  type Shell,
  type ShellInForce,
  triggered,
  typed,
} from './instructions.ts';
import { Stage } from './stage.ts';
import { Variables } from './variables.ts';

/** Which instruction belongs to which stage. */
export interface Structure {
  /** Everything before the first FROM. */
  readonly preamble: Instruction[];
  readonly stages: Stage[];
  /** All instructions in order, FROMs included. */
  readonly instructions: Instruction[];
  /** The last stage of each name, in lower case. */
  readonly byName: Map<string, Stage>;
  /** Comments state shells. */
  readonly hasShellComments: boolean;
}

/** @param previous the stages of the version before; they are taken over where their FROM is the same */
export function readStructure(tree: Tree, dockerfile: Dockerfile, previous?: readonly Stage[]): Structure {
  const preamble: Instruction[] = [];
  const stages: Stage[] = [];
  const instructions: Instruction[] = [];
  const byName = new Map<string, Stage>();
  const globals = new Variables(dockerfile.history);
  const statedShells = hadolintShells(tree);
  const shellAtEnd = new Map<Stage, ShellInForce>();
  let stage: Stage | undefined;
  let shell = defaultShell;
  let fallback = defaultShell;
  for (const node of tree.instructions) {
    const stated = statedShells?.get(node);
    if (stated !== undefined) {
      shell = stated;
      if (stage === undefined) fallback = stated;
    }
    if (node.keyword === 'FROM') {
      if (stage !== undefined) shellAtEnd.set(stage, shell);
      const from = typed(node, undefined) as From;
      const { base, stageName } = from;
      const lookup = (name: string): Binding => globals.global(name)?.value;
      const baseText = base === undefined ? undefined : expand(base.source, node.escape, lookup).value;
      const parent = baseText === undefined ? undefined : byName.get(baseText);
      const twin: Stage | undefined = previous?.[stages.length];
      if (twin?.isBegunBy(from, baseText, parent)) {
        stage = twin;
        stage.clear();
      } else stage = new Stage(dockerfile, stages.length, from, baseText, parent);
      from.stage = stage;
      stages.push(stage);
      instructions.push(from);
      if (stageName?.isValid === true) byName.set(stageName.name, stage);
      shell = stated ?? (parent && shellAtEnd.get(parent)) ?? fallback;
      stage.shellAtStart = shell;
      continue;
    }
    const instruction = typed(node, stage);
    instructions.push(instruction);
    if (stage === undefined) {
      preamble.push(instruction);
      if (instruction.keyword === 'ARG') globals.addInstruction(instruction);
    } else stage.add(instruction);
    if (instruction.keyword === 'SHELL') shell = shellOf(instruction) ?? shell;
    else setShell(instruction, shell);
  }
  return { preamble, stages, instructions, byName, hasShellComments: statedShells !== undefined };
}

/** More instructions are not put in one by one. */
const MOST_ADDED = 100;

/**
 * Makes the structure that of the next version, which an edit led to. False, and nothing is changed, when the edit is
 * more than one of instructions in a stage that say nothing about others.
 */
export function editStructure(structure: Structure, { at, removed, added }: NonNullable<Tree['edit']>): boolean {
  const { instructions } = structure;
  const before = instructions[at - 1];
  const stage = before?.stage;
  if (before === undefined || stage === undefined || structure.hasShellComments || added.length > MOST_ADDED)
    return false;
  let gone = 0;
  for (const item of removed) {
    if (item.kind === 'instruction') gone++;
    if (concernsOthers(item)) return false;
  }
  if (added.some(concernsOthers)) return false;
  const shell = shellBehind(instructions, at, stage);
  const fresh: Instruction[] = [];
  for (const item of added) {
    if (item.kind !== 'instruction') continue;
    const instruction = typed(item, stage);
    setShell(instruction, shell);
    fresh.push(instruction);
  }
  instructions.splice(at, gone, ...fresh);
  stage.replace(before, gone, fresh);
  return true;
}

function concernsOthers(item: Tree['items'][number]): boolean {
  switch (item.kind) {
    case 'comment':
      return hadolintShell(item) !== undefined;
    case 'instruction':
      return item.keyword === 'FROM' || item.keyword === 'SHELL';
    case 'directive':
      return true;
  }
}

/** The shell in force behind the first instructions of the file, the last of which is in the stage. */
function shellBehind(instructions: readonly Instruction[], count: number, stage: Stage): ShellInForce {
  for (let index = count - 1; index >= 0; index--) {
    const instruction = instructions[index];
    if (instruction === undefined || instruction.keyword === 'FROM') break;
    if (instruction.keyword === 'SHELL') {
      const shell = shellOf(instruction);
      if (shell !== undefined) return shell;
    } else if ('shell' in instruction) return instruction.shell;
  }
  return stage.shellAtStart;
}

function shellOf(instruction: Shell): ShellInForce | undefined {
  const { command } = instruction;
  return command === undefined || command.length === 0
    ? undefined
    : { words: command, setBy: instruction, isStated: true };
}

function setShell(instruction: Instruction, shell: ShellInForce): void {
  const runs = triggered(instruction);
  switch (runs?.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      runs.shell = shell;
  }
}

const HADOLINT_SHELL = /^hadolint[ \t]+shell[ \t]*=[ \t]*(\S+)/;

/** The shell that a comment `# hadolint shell=NAME` states. */
export function hadolintShell({ text }: Comment): string | undefined {
  return text.startsWith('hadolint') ? HADOLINT_SHELL.exec(text)?.[1] : undefined;
}

/** Such comments by the instruction they stand before. */
function hadolintShells(tree: Tree): Map<Tree['instructions'][number], ShellInForce> | undefined {
  let found: Map<Tree['instructions'][number], ShellInForce> | undefined;
  let pending: ShellInForce | undefined;
  for (const item of tree.items) {
    if (item.kind === 'comment') {
      const shell = hadolintShell(item);
      if (shell !== undefined) pending = { words: [shell], setBy: undefined, isStated: true };
    } else if (item.kind === 'instruction' && pending !== undefined) {
      found ??= new Map();
      found.set(item, pending);
      pending = undefined;
    }
  }
  return found;
}
