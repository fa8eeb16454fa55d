import { installsWithApt, updatesAptLists } from '../../shell/aptLists.ts';
import type { Dockerfile } from './dockerfile.ts';
import type { Run } from './instructions.ts';
import type { Stage } from './stage.ts';

/** True when a later RUN, here or in a stage built on this one, installs with the lists that this RUN leaves. */
export type AptListNeeds = (run: Run) => boolean;

export function aptListNeeds({ runs, stages }: Dockerfile): AptListNeeds {
  const last = new Map<Stage | undefined, number>();
  for (const { stage, span, executedScript } of runs)
    if (installsWithApt(executedScript) && !updatesAptLists(executedScript)) last.set(stage, span.start);
  for (const stage of stages.toReversed()) {
    const start = last.get(stage);
    if (start !== undefined && stage.parent !== undefined)
      last.set(stage.parent, Math.max(start, last.get(stage.parent) ?? 0));
  }
  return ({ stage, span }) => (last.get(stage) ?? 0) > span.start;
}
