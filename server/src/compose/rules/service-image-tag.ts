import { parseImageReference } from '../../image/reference.ts';
import { hasVariable } from '../model/interpolation.ts';
import { composeRule } from '../rule.ts';

export const serviceImageTag = composeRule({
  id: 'service-image-tag',
  summary: "Images should have a tag other than 'latest', or a digest.",
  why: "Without a tag the engine runs whatever 'latest' was when the image was last pulled: another version on every machine.",
  category: 'reproducibility',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['dclint/service-image-require-explicit-tag'],
  severityIn: { dclint: 'error' },
  examples: [
    { bad: 'services:\n  web:\n    image: «nginx»\n', good: 'services:\n  web:\n    image: nginx:1.27\n' },
    {
      bad: 'services:\n  web:\n    image: «registry.example.com:5000/web:latest»\n',
      good: 'services:\n  web:\n    image: registry.example.com:5000/web:${TAG}\n',
    },
  ],
  check({ model, text }, report) {
    for (const service of model.services) {
      const image = service.text('image');
      // The image of a service that is built is a name for what the build makes.
      if (!image || service.merged('build')) continue;
      const { error, tag, digest, path } = parseImageReference(image.value);
      if (error || digest || (path.hasVariable && !tag)) continue;
      const at = image.spanOf(text, 0, image.value.length);
      if (!tag)
        report({ at, message: `The image '${image.value}' has no tag. Add one, such as the version you test with.` });
      else if (tag.text === 'latest') report({ at, message: "The tag 'latest' moves. Use the version you test with." });
      else if (hasVariable(tag.text) && /[:-]-latest\}$/.test(tag.text)) {
        report({ at, message: "The tag falls back to 'latest', which moves. Use the version you test with." });
      }
    }
  },
});
