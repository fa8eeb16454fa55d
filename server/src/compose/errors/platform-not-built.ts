import { hasVariable } from '../model/interpolation.ts';
import { items } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const platformNotBuilt = composeError({
  id: 'platform-not-built',
  summary: "The platform of a service must be among its 'build.platforms'.",
  why: 'Compose refuses to run an image on a platform it is not built for.',
  examples: [
    {
      bad: 'services:\n  web:\n    platform: «linux/arm64»\n    build:\n      platforms: [linux/amd64]\n',
      good: 'services:\n  web:\n    platform: linux/amd64\n    build:\n      platforms: [linux/amd64]\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const platform = service.text('platform');
      const platforms = items(service.mapping('build')?.value('platforms'));
      if (!platform || platforms.length === 0 || hasVariable(platform.value)) continue;
      const names = platforms.map((item) => (item.kind === 'scalar' ? item.value : ''));
      if (names.some(hasVariable) || names.includes(platform.value)) continue;
      report({ at: platform.at, message: `'${platform.value}' is not among 'build.platforms'. Add it there.` });
    }
  },
});
