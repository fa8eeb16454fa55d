import deprecated from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import current from 'spdx-license-ids/index.json' with { type: 'json' };
import { quote } from '../../text/quote.ts';
import { schemaLabels } from '../model/labels.ts';
import { dockerfileRule } from '../rule.ts';

const licenses: ReadonlySet<string> = new Set([...current, ...deprecated]);
const byLowerCase = new Map([...licenses].map((license) => [license.toLowerCase(), license]));

export const labelLicense = dockerfileRule({
  id: 'label-license',
  summary: 'A label that the project wants to be an SPDX license identifier is one.',
  why: 'Tools that gather licenses know these identifiers and nothing else.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3054'],
  examples: [
    {
      bad: 'FROM debian:12\nLABEL x=«mit»\n',
      good: 'FROM debian:12\nLABEL x=MIT\n',
      options: { labelSchema: { x: 'spdx' } },
    },
  ],
  check(file, report, options) {
    for (const { name, value, at, isWritten } of schemaLabels(file, options, 'spdx')) {
      if (licenses.has(value)) continue;
      report({
        at,
        message: `The label ${quote(name)} must be an SPDX license identifier, not ${quote(value)}.`,
        fixes: () => {
          const license = byLowerCase.get(value.toLowerCase());
          if (license === undefined || !isWritten) return [];
          return [{ title: `Change to ${quote(license)}`, safe: false, edits: [{ at, newText: license }] }];
        },
      });
    }
  },
});
