import { lineBreakOf } from '../../text/edit.ts';
import { quote } from '../../text/quote.ts';
import type { DockerfileFile } from '../model/file.ts';
import { hadolintBase } from '../model/hadolintBase.ts';
import type { From, Label } from '../model/instructions.ts';
import { withoutQuotes } from '../model/quotes.ts';
import type { Stage } from '../model/stage.ts';
import { dockerfileRule } from '../rule.ts';

export const requiredLabel = dockerfileRule({
  id: 'required-label',
  summary: 'Images have the labels that the project requires.',
  why: 'The configuration lists labels that tools or people rely on to tell where an image comes from.',
  category: 'correctness',
  severity: 'info',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3049'],
  examples: [
    {
      bad: 'FROM «debian:12»\nRUN make\n',
      good: 'FROM debian:12\nRUN make\nLABEL team=""\n',
      options: { labelSchema: { team: 'text' } },
    },
  ],
  check(file, report, { labelSchema, exact }) {
    for (const name of Object.keys(labelSchema)) {
      for (const from of exact ? missingForHadolint(file, name) : missing(file, name)) {
        const { stage, base } = from;
        report({
          at: base?.span ?? from.keywordSpan,
          message: `The label ${quote(name)} is missing in this stage. Add it with LABEL.`,
          fixes: () => (stage === undefined ? [] : [addLabel(file, stage, name)]),
        });
      }
    }
  },
});

function sets(label: Label, name: string): boolean {
  return label.pairs.some(({ key }) => withoutQuotes(key.text) === name);
}

/** Stages without the label that no labelled stage is built on and nothing is copied from. */
function missing({ model }: DockerfileFile, name: string): From[] {
  const good = new Set<Stage>();
  const excused = new Set<Stage>();
  for (const stage of model.stages) {
    const isLabelled = stage.all('LABEL').some((label) => sets(label, name));
    if (isLabelled || (stage.parent !== undefined && good.has(stage.parent))) good.add(stage);
    if (!isLabelled) continue;
    for (let parent = stage.parent; parent !== undefined && !excused.has(parent); parent = parent.parent) {
      excused.add(parent);
    }
  }
  for (const { kind, target } of model.references) if (kind !== 'from' && target !== undefined) excused.add(target);
  return model.stages.flatMap((stage) => (good.has(stage) || excused.has(stage) ? [] : [stage.from]));
}

/** hadolint goes by names: a labelled stage excuses those called like itself or, if it has no name, like its image. */
function missingForHadolint({ model }: DockerfileFile, name: string): From[] {
  let bad: From[] = [];
  const good = new Set<string>();
  let current: From | undefined;
  const excuse = (alias: string) => {
    bad = bad.filter((from) => hadolintBase(from).alias !== alias);
  };
  for (const instruction of model.instructions) {
    if (instruction.keyword === 'FROM') {
      const { name: image, alias } = hadolintBase(instruction);
      current = instruction;
      if (!good.has(image)) bad.push(instruction);
      else if (alias !== undefined) good.add(alias);
    } else if (instruction.keyword === 'LABEL' && current !== undefined && sets(instruction, name)) {
      const { name: image, alias } = hadolintBase(current);
      bad = bad.filter((from) => from !== current);
      excuse(alias ?? image);
      if (alias !== undefined) good.add(alias);
    } else if (instruction.keyword === 'COPY') {
      const from = instruction.from?.value?.text;
      if (from !== undefined) excuse(from);
    }
  }
  return bad;
}

function addLabel({ text }: DockerfileFile, stage: Stage, name: string) {
  const { end } = stage.span;
  const key = /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
  const edits = [{ at: { start: end, end }, newText: `${lineBreakOf(text)}LABEL ${key}=""` }];
  return { title: `Add the label ${quote(name)}`, safe: false, edits };
}
