import { parseImageReference } from '../../image/reference.ts';
import { items, type Scalar } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const serviceImageReference = composeRule({
  id: 'service-image-reference',
  summary: 'Images must be well-formed references.',
  why: 'The engine refuses names with upper-case letters, empty parts or other characters.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web:\n    image: shop/«WebSite»:1\n',
      good: 'services:\n  web:\n    image: shop/website:1\n',
    },
    {
      bad: 'services:\n  web:\n    build:\n      context: .\n      tags: ["shop/web:«-1»"]\n',
      good: 'services:\n  web:\n    build:\n      context: .\n      tags: ["shop/web:1"]\n',
      unfixed: true,
    },
  ],
  check({ model, text }, report) {
    const check = (image: Scalar | undefined): void => {
      if (!image || image.value === '') return;
      const { error } = parseImageReference(image.value);
      // A local image may be named by its id.
      if (!error || error.kind === 'image-id' || image.value.startsWith('sha256:')) return;
      const { start, end } = error.at;
      const at = end > start ? image.spanOf(text, start, end) : image.at;
      const newText = image.value.slice(start, end).toLowerCase();
      report({
        at,
        message: error.message,
        fixes: () =>
          error.kind === 'uppercase' ? [{ title: 'Change to lower case', safe: false, edits: [{ at, newText }] }] : [],
      });
    };
    for (const service of model.services) {
      check(service.text('image'));
      for (const tag of items(service.mapping('build')?.value('tags'))) if (tag.kind === 'scalar') check(tag);
    }
  },
});
