import { quote } from '../../text/quote.ts';
import { dockerfileRule } from '../rule.ts';

/** Names that stages have whose files others take; a stage of another name may be built by itself, with --target. */
const helper = /build|compil|deps|dependenc|install|download|fetch|source|src|asset|vendor|cache|bundle/;

export const unusedStage = dockerfileRule({
  id: 'unused-stage',
  summary: 'Every stage is used by the final one, or can be built by itself.',
  why: 'BuildKit does not even build a stage that nothing needs. Mostly a COPY --from was forgotten or has a slip in the name.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM node:24 AS «builder»\nRUN npm run build\nFROM nginx:1.29\nCOPY dist /usr/share/nginx/html\n',
      good: 'FROM node:24 AS builder\nRUN npm run build\nFROM nginx:1.29\nCOPY --from=builder /dist /usr/share/nginx/html\n',
    },
    { bad: '«FROM» node:24\nRUN npm run build\nFROM nginx:1.29\n', good: 'FROM nginx:1.29\n' },
  ],
  check({ model }, report) {
    if (model.stages.length < 2) return;
    for (const stage of model.stages) {
      const { stageName, from } = stage;
      if (model.isNeeded(stage) || model.referencesTo(stage).length > 0) continue;
      if (stageName !== undefined && !helper.test(stageName.name)) continue;
      report({
        at: stageName?.span ?? from.keywordSpan,
        message:
          stageName === undefined
            ? 'Nothing uses this stage, and without a name it cannot be built by itself. Remove it, or copy from it.'
            : `Nothing uses the stage ${quote(stageName.text)}. Copy from it, build on it, or remove it.`,
        tag: 'unnecessary',
      });
    }
  },
});
