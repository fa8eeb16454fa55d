import type { Service } from '../model/service.ts';
import { composeError } from './error.ts';

export const extendsCycle = composeError({
  id: 'extends-cycle',
  summary: 'Services must not extend each other in a circle.',
  why: 'Compose cannot resolve such services and refuses the project.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    extends: «api»\n  api:\n    image: caddy:2.8\n    extends:\n      service: «web»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    extends: api\n  api:\n    image: caddy:2.8\n',
    },
  ],
  check({ model }, report) {
    for (const { attribute, service, name, at, file } of model.references) {
      if (attribute !== 'extends' || file !== undefined) continue;
      if (!reaches(model.service(name), service)) continue;
      const message =
        name === service.name
          ? `The service '${name}' extends itself. Remove 'extends'.`
          : `'${service.name}' and '${name}' extend each other. Break the circle.`;
      report({ at, message });
    }
  },
});

function reaches(from: Service | undefined, to: Service): boolean {
  const visited = new Set<Service>();
  for (let service = from; service && !visited.has(service); service = service.parent) {
    if (service === to) return true;
    visited.add(service);
  }
  return false;
}
