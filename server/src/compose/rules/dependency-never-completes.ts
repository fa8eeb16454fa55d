import { asMapping, asText } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const dependencyNeverCompletes = composeRule({
  id: 'dependency-never-completes',
  summary: "A service that others wait for with 'service_completed_successfully' must be able to end.",
  why: "With 'restart: always' or 'unless-stopped' the engine starts the container again, and those that wait never start.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  migrate:\n    image: shop/migrate:1\n    restart: always\n  web:\n    image: nginx:1.27\n    depends_on:\n      migrate:\n        condition: «service_completed_successfully»\n',
      good: 'services:\n  migrate:\n    image: shop/migrate:1\n    restart: on-failure\n  web:\n    image: nginx:1.27\n    depends_on:\n      migrate:\n        condition: service_completed_successfully\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const { name, condition } of service.dependencies) {
        if (condition?.value !== 'service_completed_successfully') continue;
        const target = model.anyService(name);
        const policy = asMapping(asMapping(target?.merged('deploy'))?.value('restart_policy'))?.scalar('condition');
        const restart = policy ?? asText(target?.merged('restart'));
        if (!restart || !['always', 'unless-stopped', 'any'].includes(restart.value)) continue;
        const message = `The service '${name}' never completes: it is restarted ('${restart.value}'). Use 'on-failure' or 'no' there.`;
        report({ at: condition.at, message });
      }
    }
  },
});
