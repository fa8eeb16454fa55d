import { officialName } from '../../image/knownImages.ts';
import { quote } from '../../text/quote.ts';
import { dockerfileRule } from '../rule.ts';

export const forwardStageReference = dockerfileRule({
  id: 'forward-stage-reference',
  summary: 'FROM names stages that stand above it.',
  why: 'A name that only a later stage has is taken for an image, which is looked for in the registry.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM «base» AS app\nFROM alpine AS base\n',
      good: 'FROM alpine AS base\nFROM base AS app\n',
    },
  ],
  check({ model }, report) {
    if (model.stages.length < 2) return;
    for (const { baseText, parent, from, index, image } of model.stages) {
      if (parent !== undefined || baseText === undefined || from.base === undefined) continue;
      const later = model.stageByName(baseText);
      if (later === undefined || later.index <= index || later.stageName === undefined) continue;
      // Stages are called after the image they are built on, too.
      if (
        image !== undefined &&
        officialName(image) === officialName(later.image ?? image) &&
        later.image !== undefined
      )
        continue;
      report({
        at: from.base.span,
        message: `The stage ${quote(later.stageName.text)} stands below, so ${quote(baseText)} is taken for an image. Move the stage up.`,
        related: [{ at: later.stageName.span, message: 'The stage.' }],
      });
    }
  },
});
