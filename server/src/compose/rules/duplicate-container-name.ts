import { hasVariable } from '../model/interpolation.ts';
import type { Service } from '../model/service.ts';
import { composeRule } from '../rule.ts';

export const duplicateContainerName = composeRule({
  id: 'duplicate-container-name',
  summary: 'Services must have different container names.',
  why: 'Container names are unique on an engine: the second service fails to start.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['dclint/no-duplicate-container-names'],
  examples: [
    {
      bad: 'services:\n  a:\n    image: nginx:1.27\n    container_name: web\n  b:\n    image: nginx:1.27\n    container_name: «web»\n',
      good: 'services:\n  a:\n    image: nginx:1.27\n    container_name: web-a\n  b:\n    image: nginx:1.27\n    container_name: web-b\n',
    },
    {
      bad: 'services:\n  a: &a\n    image: nginx:1.27\n    container_name: «web»\n  b: *a\n',
      good: 'services:\n  a: &a\n    image: nginx:1.27\n  b: *a\n',
    },
  ],
  check({ model }, report) {
    const owners = new Map<string, Service[]>();
    for (const service of model.services) {
      const name = service.text('container_name');
      if (!name || hasVariable(name.value)) continue;
      const earlier = owners.get(name.value) ?? [];
      const rival = earlier.find((owner) => owner.mayRunWith(service));
      if (rival) {
        const message = `The container name '${name.value}' is already used by the service '${rival.name}'. Choose another.`;
        const first = rival.text('container_name');
        const related = first && first !== name ? [{ at: first.at, message: `Used by '${rival.name}'` }] : [];
        report({ at: name.at, message, related });
      }
      owners.set(name.value, [...earlier, service]);
    }
  },
});
