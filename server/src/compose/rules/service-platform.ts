import { parsePlatform } from '../../image/platform.ts';
import { hasVariable } from '../model/interpolation.ts';
import { items, type Scalar } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const servicePlatform = composeRule({
  id: 'service-platform',
  summary: "Platforms are written 'OS/ARCHITECTURE[/VARIANT]'.",
  why: 'The engine and the builder refuse other platforms.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    platform: «linux/»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    platform: linux/amd64\n',
    },
  ],
  check({ model }, report) {
    const check = (platform: Scalar | undefined): void => {
      if (platform?.type !== 'string' || hasVariable(platform.value)) return;
      if (parsePlatform(platform.value).kind === 'platform') return;
      report({ at: platform.at, message: `'${platform.value}' is not a platform. Write it as 'linux/amd64'.` });
    };
    for (const service of model.services) {
      check(service.text('platform'));
      for (const item of items(service.mapping('build')?.value('platforms'))) if (item.kind === 'scalar') check(item);
    }
  },
});
