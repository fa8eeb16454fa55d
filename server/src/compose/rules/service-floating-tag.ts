import { parseImageReference } from '../../image/reference.ts';
import { composeRule } from '../rule.ts';

const floating = new Set(['stable', 'edge', 'test', 'nightly', 'dev', 'beta', 'canary', 'lts', 'main', 'master']);

export const serviceFloatingTag = composeRule({
  id: 'service-floating-tag',
  summary: 'Images should not have tags that name a channel.',
  why: "Tags such as 'stable' or 'edge' move to other versions, so machines differ in what they run.",
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['dclint/service-image-require-explicit-tag'],
  severityIn: { dclint: 'error' },
  examples: [
    { bad: 'services:\n  web:\n    image: nginx:«stable»\n', good: 'services:\n  web:\n    image: nginx:1.27\n' },
  ],
  check({ model, text }, report) {
    for (const service of model.services) {
      const image = service.text('image');
      if (!image || service.merged('build')) continue;
      const { tag, digest } = parseImageReference(image.value);
      if (!tag || digest || !floating.has(tag.text)) continue;
      const at = image.spanOf(text, tag.start, tag.end);
      report({ at, message: `The tag '${tag.text}' moves. Use the version you test with.` });
    }
  },
});
