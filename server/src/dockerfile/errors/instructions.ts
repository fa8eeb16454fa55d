import { expand } from '../model/expansion.ts';
import type { Instruction } from '../model/instructions.ts';
import { checkArguments, checkDeclarations, checkPairs, checkShell, checkVolumes } from './arguments.ts';
import { checkFiles } from './files.ts';
import { checkFlags } from './flags.ts';
import type { Check } from './found.ts';
import { checkFrom } from './from.ts';
import { checkHealthcheck } from './healthcheck.ts';
import { checkRunFlags } from './mounts.ts';
import { checkOnbuild } from './onbuild.ts';
import { checkFromFlag } from './stages.ts';
import { checkUnknown } from './structure.ts';
import { checkExpose, checkStopsignal, checkWorkdir } from './values.ts';

/** Everything for which a build refuses an instruction by itself. */
export function checkInstruction(instruction: Instruction, check: Check): void {
  if (instruction.keyword === 'UNKNOWN') {
    checkUnknown(instruction, check.report);
    return;
  }
  checkFlags(instruction, check);
  if (!checkArguments(instruction, check)) return;
  switch (instruction.keyword) {
    case 'ADD':
    case 'COPY':
      checkFiles(instruction, check);
      break;
    case 'ARG':
      checkDeclarations(instruction, check);
      break;
    case 'ENV':
    case 'LABEL':
      checkPairs(instruction, check);
      break;
    case 'EXPOSE':
      checkExpose(instruction, check);
      break;
    case 'FROM':
      checkFrom(instruction, check);
      break;
    case 'HEALTHCHECK':
      checkHealthcheck(instruction, check);
      break;
    case 'ONBUILD':
      checkOnbuild(instruction, check);
      break;
    case 'RUN':
      checkRunFlags(instruction, check);
      break;
    case 'SHELL':
      checkShell(instruction, check);
      break;
    case 'STOPSIGNAL':
      checkStopsignal(instruction, check);
      break;
    case 'VOLUME':
      checkVolumes(instruction, check);
      break;
    case 'WORKDIR':
      checkWorkdir(instruction, check);
      break;
  }
}

const MAY_EXPAND = /[$'"\\`]/;

/** What is wrong with an ONBUILD's trigger when it runs, as far as the file tells. */
export function triggerProblem(trigger: Instruction): Parameters<Check['report']>[0] | undefined {
  let first: Parameters<Check['report']>[0] | undefined;
  const report: Check['report'] = (error) => {
    first ??= error;
  };
  checkInstruction(trigger, {
    report,
    // What a trigger expands depends on the image that is built.
    value: ({ text }) => (MAY_EXPAND.test(text) ? undefined : text),
    workdirDepth: undefined,
    isWindows: false,
    isStage: (name) => trigger.stage?.dockerfile.stageByName(name) !== undefined,
  });
  if (trigger.keyword === 'COPY' && trigger.stage !== undefined)
    checkFromFlag(trigger, trigger.stage.dockerfile, report);
  for (const { text, escape: escapeCharacter, literalQuotes } of trigger.expandable) {
    const { error } = expand(text, escapeCharacter, () => ({ kind: 'unknown' }), literalQuotes);
    if (error !== undefined) report(error);
  }
  return first;
}
