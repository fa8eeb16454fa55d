import { quote } from '../../text/quote.ts';
import { renameStage } from '../model/fileEdits.ts';
import { dockerfileRule } from '../rule.ts';

const reserved = new Set(['scratch', 'context']);

export const reservedStageName = dockerfileRule({
  id: 'reserved-stage-name',
  summary: "No stage is called 'scratch' or 'context'.",
  why: 'These names mean the empty image and the build context; a stage that takes one hides it.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/ReservedStageName', 'hadolint/DL3063'],
  examples: [
    {
      bad: 'FROM alpine AS «scratch»\nFROM scratch\n',
      good: 'FROM alpine AS scratch-stage\nFROM scratch-stage\n',
    },
    { bad: 'FROM alpine AS «context»\n', good: 'FROM alpine AS context-stage\n' },
  ],
  check({ model }, report, { exact }) {
    for (const stage of model.stages) {
      const { stageName } = stage;
      if (stageName === undefined || !reserved.has(exact ? stageName.text : stageName.name)) continue;
      const newName = `${stageName.name}-stage`;
      report({
        at: stageName.span,
        message: `${quote(stageName.text)} is reserved. Choose another name for the stage.`,
        fixes: () => {
          const edits = renameStage(stage, newName);
          return edits === undefined ? [] : [{ title: `Rename to '${newName}'`, safe: false, edits }];
        },
      });
    }
  },
});
