import { quote } from '../../text/quote.ts';
import { freeStageName, renameStage } from '../model/fileEdits.ts';
import type { Stage } from '../model/stage.ts';
import { dockerfileRule } from '../rule.ts';

export const duplicateStageName = dockerfileRule({
  id: 'duplicate-stage-name',
  summary: 'Every stage has a name of its own.',
  why: 'The later stage takes the name over, so COPY --from, mounts and --target silently mean another stage than they did.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/DuplicateStageName', 'hadolint/DL3024'],
  severityIn: { hadolint: 'error' },
  examples: [
    {
      bad: 'FROM alpine AS build\nFROM alpine AS «Build»\nFROM build\n',
      good: 'FROM alpine AS build\nFROM alpine AS build-2\nFROM build-2\n',
    },
  ],
  check({ model }, report, { exact }) {
    const seen = new Map<string, Stage>();
    for (const stage of model.stages) {
      const { stageName } = stage;
      if (stageName === undefined) continue;
      const key = exact ? stageName.text : stageName.name;
      const earlier = seen.get(key)?.stageName;
      if (earlier === undefined) {
        seen.set(key, stage);
        continue;
      }
      report({
        at: stageName.span,
        message: `An earlier stage is called ${quote(earlier.text)} too. Choose another name.`,
        related: [{ at: earlier.span, message: 'The earlier stage.' }],
        fixes: () => {
          const name = freeStageName(stage, stageName.name);
          const edits = renameStage(stage, name);
          return edits === undefined ? [] : [{ title: `Rename to ${quote(name)}`, safe: false, edits }];
        },
      });
    }
  },
});
