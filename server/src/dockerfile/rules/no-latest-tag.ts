import { parseImageReference } from '../../image/reference.ts';
import { hadolintBase } from '../model/hadolintBase.ts';
import { dockerfileRule } from '../rule.ts';

const latest = 'latest';

export const noLatestTag = dockerfileRule({
  id: 'no-latest-tag',
  summary: "A base image is not pinned to the tag 'latest'.",
  why: "'latest' is another image from one day to the next, and it may be a new major version.",
  category: 'reproducibility',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['hadolint/DL3007'],
  examples: [{ bad: 'FROM node:«latest»\n', good: 'FROM node:22\n' }],
  check({ model }, report, { exact }) {
    for (const from of model.all('FROM')) {
      const { base } = from;
      if (base === undefined || !base.text.endsWith(`:${latest}`)) continue;
      const { tag, digest } = exact ? hadolintBase(from) : readTag(base.text);
      if (tag !== latest || digest !== undefined) continue;
      const { length } = base.text;
      report({
        at: base.source.span(length - latest.length, length),
        message: "'latest' is another image from one day to the next. Name a version.",
      });
    }
  },
});

function readTag(text: string) {
  const { tag, digest } = parseImageReference(text);
  return { tag: tag?.text, digest: digest?.text };
}
