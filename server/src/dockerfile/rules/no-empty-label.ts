import { quote } from '../../text/quote.ts';
import { schemaLabels } from '../model/labels.ts';
import { dockerfileRule } from '../rule.ts';

export const noEmptyLabel = dockerfileRule({
  id: 'no-empty-label',
  summary: 'A label that the project requires has a value.',
  why: 'An empty label satisfies the letter of the list of labels, and tells nobody anything.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['hadolint/DL3051'],
  examples: [
    {
      bad: 'FROM debian:12\nLABEL team=«""»\n',
      good: 'FROM debian:12\nLABEL team="a" other=""\n',
      options: { labelSchema: { team: 'text' } },
    },
  ],
  check(file, report, options) {
    for (const { name, value, at } of schemaLabels(file, options)) {
      if (value === '') report({ at, message: `The label ${quote(name)} is empty. Give it a value.` });
    }
  },
});
