import type { TextEdit } from '../../text/edit.ts';
import { quote } from '../../text/quote.ts';
import type { Span } from '../../text/span.ts';
import type { Env, Label, Pair } from '../model/instructions.ts';
import type { Stage } from '../model/stage.ts';
import { dockerfileRule } from '../rule.ts';

export const duplicateKey = dockerfileRule({
  id: 'duplicate-key',
  summary: 'No ENV sets a variable twice, and no stage a label.',
  why: 'Only the last value counts; the other one misleads who reads it.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    { bad: 'FROM alpine\nENV «MODE»=a LEVEL=1 MODE=b\n', good: 'FROM alpine\nENV LEVEL=1 MODE=b\n' },
    {
      bad: 'FROM alpine\nLABEL «version»=1\nLABEL version=2\n',
      good: 'FROM alpine\nLABEL version=2\n',
      unfixed: true,
    },
  ],
  check({ model }, report) {
    const put = (instruction: Env | Label, pair: Pair, later: Span) =>
      report({
        at: pair.keySpan,
        message: `${quote(pair.key.text)} is set again behind this, so the value has no effect. Remove one of the two.`,
        tag: 'unnecessary',
        related: [{ at: later, message: 'The value that counts.' }],
        ...(instruction.pairs.length > 1 && {
          fixes: () => [
            { title: `Remove this ${quote(pair.key.text)}`, safe: true, edits: [removal(pair, instruction)] },
          ],
        }),
      });
    for (const env of model.all('ENV')) {
      if (env.pairs.length < 2) continue;
      const seen = new Map<string, Pair>();
      for (const pair of env.pairs) {
        const earlier = seen.get(pair.key.text);
        if (earlier !== undefined) put(env, earlier, pair.keySpan);
        seen.set(pair.key.text, pair);
      }
    }
    let stage: Stage | undefined;
    let seen = new Map<string, readonly [Label, Pair]>();
    for (const label of model.all('LABEL')) {
      if (label.stage !== stage) seen = new Map();
      stage = label.stage;
      for (const pair of label.pairs) {
        const earlier = seen.get(pair.key.text);
        if (earlier !== undefined) put(...earlier, pair.keySpan);
        seen.set(pair.key.text, [label, pair]);
      }
    }
  },
});

function removal({ span }: Pair, { pairs }: Env | Label): TextEdit {
  const index = pairs.findIndex((pair) => pair.span.start === span.start);
  const next = pairs[index + 1];
  if (next !== undefined) return { at: { start: span.start, end: next.span.start }, newText: '' };
  return { at: { start: pairs[index - 1]?.span.end ?? span.start, end: span.end }, newText: '' };
}
