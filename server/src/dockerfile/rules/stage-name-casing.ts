import { quote } from '../../text/quote.ts';
import { renameStage } from '../model/fileEdits.ts';
import { dockerfileRule } from '../rule.ts';

export const stageNameCasing = dockerfileRule({
  id: 'stage-name-casing',
  summary: 'Stage names are written in lower case.',
  why: 'A build knows every stage by its name in lower case, and FROM must name it so: FROM Base never finds a stage called Base.',
  category: 'style',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/StageNameCasing'],
  examples: [
    { bad: 'FROM alpine AS «Builder»\n', good: 'FROM alpine AS builder\n' },
    {
      bad: 'FROM alpine AS «Builder»\nFROM scratch\nCOPY --from=Builder /a /a\nRUN --mount=from=BUILDER,target=/b b\n',
      good: 'FROM alpine AS builder\nFROM scratch\nCOPY --from=builder /a /a\nRUN --mount=from=builder,target=/b b\n',
    },
  ],
  check({ model }, report) {
    for (const { words, stage } of model.all('FROM')) {
      const name = words[2];
      if (name === undefined || words.length !== 3) continue;
      const newText = name.text.toLowerCase();
      if (name.text === newText) continue;
      const edits = stage && renameStage(stage, newText);
      report({
        at: name.span,
        message: `The stage name ${quote(name.text)} is not in lower case. Write ${quote(newText)}.`,
        ...(edits && { fixes: () => [{ title: `Rename to ${quote(newText)}`, safe: true, edits }] }),
      });
    }
  },
});
