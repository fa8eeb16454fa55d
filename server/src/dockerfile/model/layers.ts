import type { Dockerfile } from './dockerfile.ts';
import { hadolintBase } from './hadolintBase.ts';
import type { Run } from './instructions.ts';
import type { Stage } from './stage.ts';

/**
 * True when what a RUN leaves behind becomes part of an image: it stands in the final stage or one below it, in a stage
 * that an image for another target is built on, or behind ONBUILD. In exact mode, as hadolint has it, in any stage that
 * another one is built on, told apart by the text of their FROM.
 */
export function staysInImage(model: Dockerfile, { stage, isTrigger }: Run, exact: boolean): boolean {
  const { finalStage } = model;
  if (stage === undefined || finalStage === undefined || isTrigger || stage === finalStage) return true;
  if (!exact) return bases(model).has(stage);
  if (stage.from.node.arguments.text === finalStage.from.node.arguments.text) return true;
  const { alias } = hadolintBase(stage.from);
  return alias !== undefined && model.once(hadolintNames).has(alias);
}

/** True when somebody gets the stage itself: the final one, and one that is nobody's helper and so a target of its own. */
export function isImage(stage: Stage): boolean {
  return stage.isFinal || stage.dockerfile.referencesTo(stage).length === 0;
}

/** Stages that the final one, or one that is nobody's helper and so a target of its own, is built on. */
function bases(model: Dockerfile): ReadonlySet<Stage> {
  model.history.note('references');
  return model.once(findBases);
}

function findBases({ stages }: Dockerfile): ReadonlySet<Stage> {
  const found = new Set<Stage>();
  for (const stage of stages.toReversed()) {
    if ((isImage(stage) || found.has(stage)) && stage.parent !== undefined) found.add(stage.parent);
  }
  return found;
}

/** What hadolint takes for the image names of all FROMs. */
function hadolintNames({ stages }: Dockerfile): ReadonlySet<string> {
  return new Set(stages.map(({ from }) => hadolintBase(from).name));
}

/** The stages whose layers the image of the final stage is made of: that stage and those it is built on. */
export function layersOfImage({ finalStage }: Dockerfile): ReadonlySet<Stage> {
  const stages = new Set<Stage>();
  for (let stage = finalStage; stage !== undefined; stage = stage.parent) stages.add(stage);
  return stages;
}
