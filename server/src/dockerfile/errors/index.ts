import type { ErrorFacts, LanguageError } from '../../lint/linted.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
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
import { mountFacts } from './mounts.ts';
import { onbuildFacts } from './onbuild.ts';
import { checkStages, stageFacts } from './stages.ts';
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

/** Everything for which BuildKit refuses the file, with exact ranges; after an error the rest is checked all the same. */
export function errors(file: DockerfileFile): readonly LanguageError[] {
  const found: LanguageError[] = [];
  const report = (error: FoundError) => {
    found.push({ ...error, severity: 'error' });
  };
  checkLines(file, report);
  const { model } = file;
  if (model.frontend?.isDockerfile === false) return found.filter(({ id }) => certain.has(id));
  checkStructure(model, report);
  checkInstructions(file, report);
  checkStages(model, report);
  checkExpansions(model, report);
  return found;
}

/** Instructions in which nothing is wrong, whatever the rest of the file says; edits elsewhere keep them. */
const sound = new WeakSet<Instruction['node']>();

function checkInstructions({ model }: DockerfileFile, report: (error: FoundError) => void): void {
  const { variables } = model;
  const workdirs = new Map<Stage, string | undefined>();
  const failing = new Map<Stage, FailingTrigger | undefined>();
  let workdir: string | undefined;
  let current: Stage | undefined;
  let isSound = true;
  const check: Check = {
    report(error) {
      isSound = false;
      report(error);
    },
    value(text) {
      if (text.text.includes('$')) isSound = false;
      return variables.valueOf(text);
    },
    get workdir() {
      isSound = false;
      return workdir;
    },
    get isWindows() {
      isSound = false;
      return current?.isWindows ?? false;
    },
    isStage(name) {
      isSound = false;
      return model.stageByName(name) !== undefined;
    },
  };
  for (const instruction of model.instructions) {
    const { stage, node } = instruction;
    current = stage;
    if (instruction.keyword === 'FROM' && stage !== undefined) {
      workdir = stage.parent === undefined ? (stage.isScratch ? '/' : undefined) : workdirs.get(stage.parent);
      workdirs.set(stage, workdir);
      const { parent } = stage;
      if (parent !== undefined) {
        if (!failing.has(parent)) failing.set(parent, findFailingTrigger(parent, triggerProblem));
        const trigger = failing.get(parent);
        if (trigger !== undefined) reportTrigger(stage, trigger, report);
      }
    }
    if (!sound.has(node)) {
      // What FROM means depends on the stages before it.
      isSound = instruction.keyword !== 'FROM';
      checkInstruction(instruction, check);
      if (isSound) sound.add(node);
    }
    if (instruction.keyword === 'WORKDIR' && stage !== undefined) {
      const path = variables.valueOf(instruction.value);
      workdir = path === undefined || path.startsWith('/') ? path : workdir && `${workdir}/${path}`;
      workdirs.set(stage, workdir);
    }
  }
}
