import { quote } from '../../text/quote.ts';
import { dockerfileRule } from '../rule.ts';

export const fromAsCasing = dockerfileRule({
  id: 'from-as-casing',
  summary: "'AS' is written in the case of its FROM.",
  why: 'Mixed case reads as two different things where there is one instruction.',
  category: 'style',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/FromAsCasing'],
  examples: [
    { bad: 'FROM alpine «as» builder\n', good: 'FROM alpine AS builder\n' },
    { bad: 'from alpine «AS» builder\n', good: 'from alpine as builder\n' },
  ],
  check({ model }, report) {
    for (const { words, as, node } of model.all('FROM')) {
      if (as === undefined || words.length < 3) continue;
      const keyword = node.keywordText;
      const isUpper = keyword === 'FROM';
      if (!isUpper && keyword !== 'from') continue;
      const newText = isUpper ? as.text.toUpperCase() : as.text.toLowerCase();
      if (as.text === newText) continue;
      report({
        at: as.span,
        message: `${quote(as.text)} is not in the case of '${keyword}'. Write ${quote(newText)}.`,
        fixes: () => [{ title: `Replace with ${quote(newText)}`, safe: true, edits: [{ at: as.span, newText }] }],
      });
    }
  },
});
