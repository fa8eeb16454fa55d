import type { Report } from '../../lint/rule.ts';
import { removeInstruction } from '../model/fileEdits.ts';
import type { Cmd, Entrypoint, Healthcheck } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

export const multipleInstructionsDisallowed = dockerfileRule({
  id: 'multiple-instructions-disallowed',
  summary: 'A stage has at most one CMD, one ENTRYPOINT and one HEALTHCHECK.',
  why: 'Only the last one counts. The others do nothing but mislead who reads them.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/MultipleInstructionsDisallowed'],
  near: ['hadolint/DL4003', 'hadolint/DL4004', 'hadolint/DL3012'],
  examples: [
    {
      bad: 'FROM alpine\n«CMD ["a"]»\nCMD ["b"]\n',
      good: 'FROM alpine\nCMD ["b"]\n',
    },
    {
      bad: 'FROM alpine\n«HEALTHCHECK NONE»\nENTRYPOINT ["a"]\nHEALTHCHECK CMD b\n',
      good: 'FROM alpine\nENTRYPOINT ["a"]\nHEALTHCHECK CMD b\n',
    },
  ],
  check({ model }, report) {
    checkRepeated(model.all('CMD'), report);
    checkRepeated(model.all('ENTRYPOINT'), report);
    checkRepeated(model.all('HEALTHCHECK'), report);
  },
});

function checkRepeated(instructions: readonly (Cmd | Entrypoint | Healthcheck)[], report: Report): void {
  let earlier: Cmd | Entrypoint | Healthcheck | undefined;
  for (const instruction of instructions) {
    const before = earlier;
    earlier = instruction;
    if (before === undefined || before.stage === undefined || before.stage !== instruction.stage) continue;
    const { keyword } = instruction;
    report({
      at: before.span,
      message: `This ${keyword} has no effect, because another one follows in the stage. Remove it.`,
      tag: 'unnecessary',
      related: [{ at: instruction.keywordSpan, message: `The ${keyword} that counts, or comes closer to it.` }],
      fixes: () => [{ title: `Remove this ${keyword}`, safe: false, edits: [removeInstruction(before)] }],
    });
  }
}
