import type { ErrorFacts } from '../../lint/linted.ts';
import { quote } from '../../text/quote.ts';
import type { Instruction, Onbuild } from '../model/instructions.ts';
import type { Stage } from '../model/stage.ts';
import type { FoundError } from './found.ts';

export const triggerFacts: readonly ErrorFacts[] = [
  {
    id: 'failing-onbuild-trigger',
    summary: 'A stage must not be built on one whose ONBUILD triggers fail.',
    why: 'Triggers of a stage run right behind the FROM that uses it, also in the same file, and are checked only there.',
    examples: [
      {
        bad: 'FROM alpine AS base\nONBUILD RNU make\nFROM «base»\n',
        good: 'FROM alpine AS base\nONBUILD RUN make\nFROM base\n',
      },
    ],
  },
];

/** The first trigger of a stage that fails where it runs; the stage that uses it stops there. */
export interface FailingTrigger {
  readonly trigger: Onbuild;
  readonly problem: FoundError;
}

export function findFailingTrigger(
  stage: Stage,
  check: (trigger: Instruction) => FoundError | undefined,
): FailingTrigger | undefined {
  for (const trigger of stage.all('ONBUILD')) {
    if (trigger.trigger === undefined) continue;
    const problem = check(trigger.trigger);
    if (problem !== undefined) return { trigger, problem };
  }
  return undefined;
}

/** Reports at the FROM that runs it. */
export function reportTrigger(
  { from, parent }: Stage,
  { problem }: FailingTrigger,
  report: (error: FoundError) => void,
): void {
  report({
    id: 'failing-onbuild-trigger',
    at: from.base?.span ?? from.keywordSpan,
    message: `A trigger of the stage ${quote(parent?.label ?? '')} fails here. ${problem.message}`,
    related: [{ at: problem.at, message: 'The trigger is set here.' }],
  });
}
