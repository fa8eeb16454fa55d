import { asMapping } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const missingRestartPolicy = composeRule({
  id: 'missing-restart-policy',
  summary: 'Services should say when they are restarted.',
  why: 'Without a policy a container that crashes, or whose host reboots, stays down.',
  category: 'correctness',
  severity: 'style',
  recommended: false,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  «web»:\n    image: nginx:1.27\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    restart: unless-stopped\n',
    },
  ],
  check({ model }, report) {
    if (model.role !== 'main') return;
    for (const service of model.services) {
      if (service.hasUnknownParent || service.merged('restart') || service.merged('provider')) continue;
      if (asMapping(service.merged('deploy'))?.get('restart_policy')) continue;
      report({ at: service.nameAt, message: `The service '${service.name}' has no restart policy. Add 'restart'.` });
    }
  },
});
