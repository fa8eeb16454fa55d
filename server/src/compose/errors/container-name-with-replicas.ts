import { composeError } from './error.ts';

export const containerNameWithReplicas = composeError({
  id: 'container-name-with-replicas',
  summary: 'A service with several replicas must not have a container name.',
  why: 'Container names are unique on an engine, so Compose refuses to start more than one container of that name.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    «container_name»: web\n    deploy:\n      replicas: 2\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    deploy:\n      replicas: 2\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const name = service.entry('container_name');
      const { replicas } = service;
      if (!name || !service.text('container_name') || replicas === undefined || replicas <= 1) continue;
      report({
        at: name.key.at,
        message: `A service with ${replicas} replicas cannot have a container name. Remove it.`,
      });
    }
  },
});
