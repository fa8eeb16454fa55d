import type { DockerfileFile } from '../model/file.ts';
import { hadolintBase } from '../model/hadolintBase.ts';
import type { From } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

export const requireHealthcheck = dockerfileRule({
  id: 'require-healthcheck',
  summary: 'An image says with HEALTHCHECK how to find out whether it works.',
  why: 'Without one a container that hangs counts as running as long as its process is there.',
  category: 'correctness',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3057'],
  severityIn: { hadolint: 'off' },
  examples: [
    {
      bad: 'FROM «debian:12»\nRUN make\n',
      good: 'FROM debian:12\nHEALTHCHECK CMD ["curl", "-f", "http://localhost"]\n',
    },
  ],
  check(file, report, { exact }) {
    for (const from of exact ? uncheckedForHadolint(file) : unchecked(file)) {
      report({
        at: from.base?.span ?? from.keywordSpan,
        message: "The image has no HEALTHCHECK. Add one, or 'HEALTHCHECK NONE'.",
      });
    }
  },
});

/** Nobody starts the stages that are there to build the final one. */
function unchecked({ model: { finalStage } }: DockerfileFile): From[] {
  return finalStage === undefined || finalStage.effective('HEALTHCHECK') !== undefined ? [] : [finalStage.from];
}

/**
 * Stages without check, their own or inherited, that no stage with a check is built on; by hadolint's names: the alias or,
 * failing that, the image, which unnamed stages of one image share.
 */
function uncheckedForHadolint({ model }: DockerfileFile): From[] {
  const good = new Set<string>();
  const bad = new Set<From>();
  let current: From | undefined;
  const nameOf = (from: From): string => hadolintBase(from).alias ?? hadolintBase(from).name;
  for (const instruction of model.instructions) {
    if (instruction.keyword === 'FROM') {
      current = instruction;
      if (good.has(hadolintBase(instruction).name)) good.add(nameOf(instruction));
      else bad.add(instruction);
    } else if (instruction.keyword === 'HEALTHCHECK' && current !== undefined) {
      good.add(nameOf(current));
      excuse(bad, current);
    }
  }
  return [...bad];

  function excuse(stages: Set<From>, first: From): void {
    const pending = [first];
    for (let from = pending.pop(); from !== undefined; from = pending.pop()) {
      stages.delete(from);
      const { name } = hadolintBase(from);
      for (const other of stages) if (other.span.start < from.span.start && nameOf(other) === name) pending.push(other);
    }
  }
}
