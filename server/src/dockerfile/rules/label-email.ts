import { quote } from '../../text/quote.ts';
import { schemaLabels } from '../model/labels.ts';
import { dockerfileRule } from '../rule.ts';

export const labelEmail = dockerfileRule({
  id: 'label-email',
  summary: 'A label that the project wants to be an e-mail address is one.',
  why: 'Whoever has a question about the image writes to it.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['hadolint/DL3058'],
  examples: [
    {
      bad: 'FROM debian:12\nLABEL x=«nobody»\n',
      good: 'FROM debian:12\nLABEL x=nobody@example.com\n',
      options: { labelSchema: { x: 'email' } },
    },
  ],
  check(file, report, options) {
    for (const { name, value, at } of schemaLabels(file, options, 'email')) {
      if (isAddress(value)) continue;
      report({
        at,
        message: `The label ${quote(name)} must be an e-mail address, not ${quote(value)}.`,
      });
    }
  },
});

const atoms = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";
const address = new RegExp(`^(?:${atoms}|"(?:[^"\\\\\\r\\n]|\\\\.)*")@(?:${atoms}|\\[[^[\\]\\\\]*\\])$`);

/** An address by RFC 5322, without comments and folding. */
function isAddress(text: string): boolean {
  return address.test(text);
}
