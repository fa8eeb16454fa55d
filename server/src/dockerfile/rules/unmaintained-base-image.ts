import { endOfLife } from '../../image/endOfLife.ts';
import { quote } from '../../text/quote.ts';
import { dockerfileRule } from '../rule.ts';

export const unmaintainedBaseImage = dockerfileRule({
  id: 'unmaintained-base-image',
  summary: 'Base images are maintained.',
  why: 'Nobody closes the security holes of a version that has reached its end of life, and its packages vanish from the mirrors sooner or later.',
  category: 'security',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    { bad: 'FROM «node:14-alpine»\n', good: 'FROM node:24-alpine\n' },
    { bad: 'FROM «centos:7»\n', good: 'FROM almalinux:9\n' },
    { bad: 'FROM «python:3.12-buster»\n', good: 'FROM python:3.12-bookworm\n' },
  ],
  check({ model }, report) {
    for (const { image, from } of model.stages) {
      const ended = image && endOfLife(image);
      if (ended === undefined || from.base === undefined) continue;
      const advice =
        ended.instead === undefined ? 'Use a version that is maintained.' : `Use ${quote(ended.instead)} in its place.`;
      report({
        at: from.base.span,
        message:
          ended.kind === 'distribution'
            ? `The distribution ${quote(ended.what)} of this image is not maintained any more. Use a newer one.`
            : `${quote(ended.what)} is not maintained any more. ${advice}`,
        tag: 'deprecated',
      });
    }
  },
});
