import type { Fix } from '../../lint/rule.ts';
import { removeLines } from '../../text/edit.ts';
import { quote } from '../../text/quote.ts';
import type { Label, Pair } from '../model/instructions.ts';
import { withoutQuotes } from '../model/quotes.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const noUnknownLabel = dockerfileRule({
  id: 'no-unknown-label',
  summary: 'Images have no labels besides those the project lists.',
  why: 'The configuration asks for strict labels, so that a misspelt key does not go unnoticed.',
  category: 'correctness',
  severity: 'info',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3050'],
  examples: [
    {
      bad: 'FROM debian:12\nLABEL team=a «taem»=b\n',
      good: 'FROM debian:12\nLABEL team=a\n',
      options: { labelSchema: { team: 'text' }, strictLabels: true },
    },
    {
      bad: 'FROM debian:12\nLABEL «team»=a\nRUN make\n',
      good: 'FROM debian:12\nRUN make\n',
      options: { strictLabels: true },
    },
  ],
  check(file, report, options) {
    if (!options.strictLabels) return;
    const reportOnce = reportIn(file, report, options);
    for (const label of file.model.all('LABEL')) {
      for (const pair of label.pairs) {
        const key = withoutQuotes(pair.key.text);
        if (Object.hasOwn(options.labelSchema, key)) continue;
        reportOnce(label, {
          at: pair.keySpan,
          message: `The label ${quote(key)} is not among those of the project. Remove it or list it.`,
          fixes: () => [fix(file.text, label, pair)],
        });
      }
    }
  },
});

function fix(text: string, { pairs, span }: Label, pair: Pair): Fix {
  const title = 'Remove the label';
  if (pairs.length === 1) return { title, safe: false, edits: [removeLines(text, span)] };
  const index = pairs.indexOf(pair);
  const before = pairs[index - 1];
  const after = pairs[index + 1];
  const at =
    before === undefined
      ? { start: pair.span.start, end: after?.span.start ?? pair.span.end }
      : { start: before.span.end, end: pair.span.end };
  return { title, safe: false, edits: [{ at, newText: '' }] };
}
