import { quote } from '../../text/quote.ts';
import { schemaLabels } from '../model/labels.ts';
import { dockerfileRule } from '../rule.ts';

export const labelSemver = dockerfileRule({
  id: 'label-semver',
  summary: 'A label that the project wants to be a semantic version is one.',
  why: 'Tools compare such versions by strict rules; a leading v or a missing part breaks them.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3056'],
  examples: [
    {
      bad: 'FROM debian:12\nLABEL x=«v1.2.3»\n',
      good: 'FROM debian:12\nLABEL x=1.2.3\n',
      options: { labelSchema: { x: 'semver' } },
    },
  ],
  check(file, report, options) {
    for (const { name, value, at, isWritten } of schemaLabels(file, options, 'semver')) {
      if (isVersion(value)) continue;
      report({
        at,
        message: `The label ${quote(name)} must be a semantic version, not ${quote(value)}.`,
        fixes: () => {
          const bare = value.replace(/^v/, '');
          if (bare === value || !isWritten || !isVersion(bare)) return [];
          return [{ title: `Change to ${quote(bare)}`, safe: false, edits: [{ at, newText: bare }] }];
        },
      });
    }
  },
});

const number = '(?:0|[1-9]\\d*)';
const identifier = `(?:${number}|\\d*[A-Za-z-][0-9A-Za-z-]*)`;
const version = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-${identifier}(?:\\.${identifier})*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

/** Semantic Versioning 2.0. */
function isVersion(text: string): boolean {
  return text.length <= 256 && version.test(text);
}
