import { composeRule } from '../rule.ts';

export const missingHealthcheck = composeRule({
  id: 'missing-healthcheck',
  summary: 'Services should have a health check.',
  why: 'Without one the engine only knows that a process runs, not that it works.',
  category: 'correctness',
  severity: 'style',
  recommended: false,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  «web»:\n    image: nginx:1.27\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    healthcheck:\n      test: curl -f http://localhost\n',
    },
  ],
  check({ model }, report) {
    if (model.role !== 'main') return;
    for (const service of model.services) {
      if (service.hasUnknownParent || service.merged('healthcheck') || service.merged('provider')) continue;
      report({ at: service.nameAt, message: `The service '${service.name}' has no health check. Add one.` });
    }
  },
});
