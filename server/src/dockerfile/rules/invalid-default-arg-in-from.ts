import { parseImageReference } from '../../image/reference.ts';
import { quote } from '../../text/quote.ts';
import { basesByDefault } from '../model/defaultBase.ts';
import { dockerfileRule } from '../rule.ts';

export const invalidDefaultArgInFrom = dockerfileRule({
  id: 'invalid-default-arg-in-from',
  summary: 'FROM names a valid image when no build argument is passed.',
  why: 'Without a default the file can be built by those alone who know which arguments to pass, and no tool can tell what it is based on.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['buildkit/InvalidDefaultArgInFrom'],
  examples: [
    { bad: 'ARG TAG\nFROM «alpine:${TAG}»\n', good: 'ARG TAG\nFROM alpine:${TAG:-3.22}\n' },
    { bad: 'ARG BASE\nFROM «$BASE»\n', good: 'ARG BASE=alpine\nFROM $BASE\n' },
  ],
  check({ model }, report) {
    for (const { from, base } of basesByDefault(model)) {
      if (from.base === undefined || base === undefined || isValid(base)) continue;
      report({
        at: from.base.span,
        message: from.base.text.includes('$')
          ? `Without build arguments ${quote(from.base.text)} is ${quote(base)}, which is no image. Give the ARG a default before the first FROM.`
          : `${quote(base)} is no valid name of an image. Write it in lower case, with at most one tag.`,
      });
    }
  },
});

/** Nearly all names are of this plain shape. */
const PLAIN = /^[a-z0-9]+(?:[./-][a-z0-9]+)*(?::\w[\w.-]{0,127})?$/;

function isValid(base: string): boolean {
  return (base.length < 64 && PLAIN.test(base)) || parseImageReference(base).error === undefined;
}
