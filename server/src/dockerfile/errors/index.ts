import type { ErrorFacts, LanguageError } from '../../lint/linted.ts';
import { firstIndex } from '../../text/firstIndex.ts';
import type { MappedText } from '../../text/mappedText.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction, Workdir } from '../model/instructions.ts';
import type { Stage } from '../model/stage.ts';
import { argumentFacts } from './arguments.ts';
import { checkExpansions, expansionFacts } from './expansions.ts';
import { fileFacts } from './files.ts';
import { flagFacts } from './flags.ts';
import type { Check, FoundError } from './found.ts';
import { fromFacts } from './from.ts';
import { healthcheckFacts } from './healthcheck.ts';
import { checkInstruction, triggerProblem } from './instructions.ts';
import { checkLines, lineFacts } from './lines.ts';
import { depthOf, mountFacts } from './mounts.ts';
import { onbuildFacts } from './onbuild.ts';
import { checkFromFlag, checkStages, stageFacts } from './stages.ts';
import { checkStructure, structureFacts } from './structure.ts';
import { type FailingTrigger, findFailingTrigger, reportTrigger, triggerFacts } from './triggers.ts';
import { valueFacts } from './values.ts';

export const errorFacts: readonly ErrorFacts[] = [
  ...lineFacts,
  ...structureFacts,
  ...flagFacts,
  ...argumentFacts,
  ...fromFacts,
  ...stageFacts,
  ...mountFacts,
  ...fileFacts,
  ...valueFacts,
  ...healthcheckFacts,
  ...onbuildFacts,
  ...triggerFacts,
  ...expansionFacts,
];

/** All that is certain of a file that another frontend than Docker's own reads. */
const certain = new Set(['empty-file', 'unterminated-heredoc']);

/**
 * For what BuildKit refuses the file besides single instructions, with exact ranges; after an error the rest is checked
 * all the same.
 */
export function errors({ model }: DockerfileFile): readonly LanguageError[] {
  const found: LanguageError[] = [];
  const report = reportTo(found);
  checkLines(model, report);
  if (isForeign(model)) return found.filter(({ id }) => certain.has(id));
  checkStructure(model, report);
  checkTriggers(model, report);
  checkStages(model, report);
  checkExpansions(model, report);
  return found;
}

/** For what BuildKit refuses an instruction. */
export function instructionErrors(instruction: Instruction, { model }: DockerfileFile): readonly LanguageError[] {
  if (isForeign(model)) return [];
  const found: LanguageError[] = [];
  const check = new InstructionCheck(instruction, model, reportTo(found));
  checkInstruction(instruction, check);
  if (instruction.keyword === 'COPY') checkFromFlag(instruction, model, check.report);
  return found;
}

function isForeign({ frontend }: Dockerfile): boolean {
  return frontend?.isDockerfile === false;
}

function reportTo(found: LanguageError[]): (error: FoundError) => void {
  return (error) => {
    found.push({ severity: 'error', ...error });
  };
}

class InstructionCheck implements Check {
  readonly report: (error: FoundError) => void;
  private readonly instruction: Instruction;
  private readonly model: Dockerfile;

  constructor(instruction: Instruction, model: Dockerfile, report: (error: FoundError) => void) {
    this.instruction = instruction;
    this.model = model;
    this.report = report;
  }

  value(text: MappedText): string | undefined {
    return this.model.valueOf(text);
  }

  get workdirDepth(): number | undefined {
    return depthAt(this.instruction, this.model);
  }

  get isWindows(): boolean {
    return this.instruction.stage?.isWindows ?? false;
  }

  isStage(name: string): boolean {
    return this.model.stageByName(name) !== undefined;
  }
}

function depthAt({ stage, span }: Instruction, model: Dockerfile): number | undefined {
  model.history.note('WORKDIR');
  model.history.note('variables');
  const changes = stage && model.once(workdirs).get(stage);
  if (changes === undefined) return undefined;
  const later = firstIndex(changes, ({ by }) => by !== undefined && by.span.start >= span.start);
  return changes[later - 1]?.depth;
}

/** How deep the working directory is from a WORKDIR on; `by` is `undefined` for the beginning of the stage. */
interface WorkdirChange {
  readonly by: Workdir | undefined;
  readonly depth: number | undefined;
}

/** The working directories of each stage in their order. */
function workdirs(model: Dockerfile): ReadonlyMap<Stage, readonly WorkdirChange[]> {
  const found = new Map<Stage, WorkdirChange[]>();
  for (const stage of model.stages) {
    let depth = stage.parent === undefined ? (stage.isScratch ? 0 : undefined) : found.get(stage.parent)?.at(-1)?.depth;
    const changes: WorkdirChange[] = [{ by: undefined, depth }];
    for (const by of stage.all('WORKDIR')) {
      const value = model.valueOf(by.value);
      if (value?.startsWith('/')) depth = depthOf(value);
      else depth = value === undefined || depth === undefined ? undefined : depthOf(value, depth);
      changes.push({ by, depth });
    }
    found.set(stage, changes);
  }
  return found;
}

function checkTriggers({ stages }: Dockerfile, report: (error: FoundError) => void): void {
  const failing = new Map<Stage, FailingTrigger | undefined>();
  for (const stage of stages) {
    const { parent } = stage;
    if (parent === undefined) continue;
    if (!failing.has(parent)) failing.set(parent, findFailingTrigger(parent, triggerProblem));
    const trigger = failing.get(parent);
    if (trigger !== undefined) reportTrigger(stage, trigger, report);
  }
}
