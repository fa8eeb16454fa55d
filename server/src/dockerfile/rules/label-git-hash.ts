import { quote } from '../../text/quote.ts';
import { schemaLabels } from '../model/labels.ts';
import { dockerfileRule } from '../rule.ts';

export const labelGitHash = dockerfileRule({
  id: 'label-git-hash',
  summary: 'A label that the project wants to be a Git hash is one.',
  why: 'Whoever looks for the commit an image was built from needs its hash, seven digits or all forty.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['hadolint/DL3055'],
  examples: [
    {
      bad: 'FROM debian:12\nLABEL x=«main»\n',
      good: 'FROM debian:12\nLABEL x=a2cb38c\n',
      options: { labelSchema: { x: 'hash' } },
    },
  ],
  check(file, report, options) {
    for (const { name, value, at } of schemaLabels(file, options, 'hash')) {
      if (/^(?:[0-9a-f]{7}|[0-9a-f]{40})$/.test(value)) continue;
      report({
        at,
        message: `The label ${quote(name)} must be a Git hash of 7 or 40 lower-case digits, not ${quote(value)}.`,
      });
    }
  },
});
