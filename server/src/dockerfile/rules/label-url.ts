import { quote } from '../../text/quote.ts';
import { schemaLabels } from '../model/labels.ts';
import { dockerfileRule } from '../rule.ts';

export const labelUrl = dockerfileRule({
  id: 'label-url',
  summary: 'A label that the project wants to be a URL is one.',
  why: 'Tools follow the link without looking at it.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['hadolint/DL3052'],
  examples: [
    {
      bad: 'FROM debian:12\nLABEL x=«not-url»\n',
      good: 'FROM debian:12\nLABEL x=https://example.com/a\n',
      options: { labelSchema: { x: 'url' } },
    },
  ],
  check(file, report, options) {
    for (const { name, value, at } of schemaLabels(file, options, 'url')) {
      if (isUrl(value)) continue;
      report({
        at,
        message: `The label ${quote(name)} must be a URL with its scheme, not ${quote(value)}.`,
      });
    }
  },
});

/** An absolute URI (RFC 3986). */
function isUrl(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/.test(text);
}
