import { asMapping } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const serviceWithoutImage = composeError({
  id: 'service-without-image',
  summary: 'A service needs an image, a build or a provider.',
  why: 'Compose does not know what to run and refuses the project.',
  examples: [
    {
      bad: 'services:\n  «web»:\n    ports:\n      - "80:80"\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "80:80"\n',
    },
  ],
  check({ model }, report) {
    // Files of other names, and override files whose base is not known, may leave it to others.
    if (model.role === 'other' || !model.isComplete) return;
    for (const service of model.services) {
      // A service that is null or no mapping at all is reported by its type.
      if (!service.entries.some(({ value }) => asMapping(value)) || service.hasUnknownParent) continue;
      if (['image', 'build', 'provider'].some((key) => service.merged(key))) continue;
      // An included file may define the same service.
      if (model.included.some((project) => project.ownOrIncludedService(service.name))) continue;
      report({
        at: service.nameAt,
        message: `The service '${service.name}' has neither an image nor a build. Add one.`,
      });
    }
  },
});
