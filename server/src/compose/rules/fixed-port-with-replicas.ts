import { headOf } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const fixedPortWithReplicas = composeRule({
  id: 'fixed-port-with-replicas',
  summary: 'A service with several replicas must not publish a fixed host port.',
  why: 'The second container finds the port taken and fails to start.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports: [«"8080:80"»]\n    deploy:\n      replicas: 2\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080-8081:80"]\n    deploy:\n      replicas: 2\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const { replicas } = service;
      if (replicas === undefined || replicas <= 1) continue;
      // Swarm, which update and placement settings are for, publishes one port for all replicas.
      const deploy = service.mapping('deploy');
      if (['update_config', 'rollback_config', 'placement', 'endpoint_mode', 'mode'].some((key) => deploy?.get(key)))
        continue;
      for (const { mapping, node } of service.ports) {
        const range = mapping?.published;
        if (!range || range.to - range.from >= replicas - 1) continue;
        const message = `${replicas} containers cannot share the host port '${range.from}'. Publish a range, or no fixed port.`;
        report({ at: headOf(node), message });
      }
    }
  },
});
