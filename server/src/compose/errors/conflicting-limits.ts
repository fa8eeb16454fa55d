import type { Report } from '../../lint/rule.ts';
import { hasVariable } from '../model/interpolation.ts';
import type { Service } from '../model/service.ts';
import { parseSize } from '../model/units.ts';
import { asMapping, type Scalar } from '../syntax/tree.ts';
import { composeError } from './error.ts';

const pairs: readonly (readonly [own: string, kind: string, deploy: string])[] = [
  ['cpus', 'limits', 'cpus'],
  ['mem_limit', 'limits', 'memory'],
  ['mem_reservation', 'reservations', 'memory'],
  ['pids_limit', 'limits', 'pids'],
];

export const conflictingLimits = composeError({
  id: 'conflicting-limits',
  summary: "Limits under 'deploy' must not differ from those of the service itself.",
  why: "Compose refuses two values for one limit, and, once 'deploy.resources.limits' exists, takes a limit that is missing there for 0.",
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    «scale»: 2\n    deploy:\n      replicas: 3\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    deploy:\n      replicas: 3\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    «mem_limit»: 1g\n    deploy:\n      resources:\n        limits:\n          cpus: "1"\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    deploy:\n      resources:\n        limits:\n          cpus: "1"\n          memory: 1g\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const deploy = service.mapping('deploy');
      if (!deploy) continue;
      const replicas = deploy.scalar('replicas');
      const scale = service.text('scale');
      if (scale && replicas && differs(scale, replicas)) {
        const at = service.entry('scale')?.key.at ?? scale.at;
        report({
          at,
          message: `'scale' is ${scale.value}, but 'deploy.replicas' is ${replicas.value}. Keep one of them.`,
        });
      }
      checkResources(service, report);
    }
  },
});

function checkResources(service: Service, report: Report): void {
  const resources = asMapping(service.mapping('deploy')?.value('resources'));
  for (const [own, kind, key] of pairs) {
    const entry = service.entry(own);
    const value = service.text(own);
    const deployed = asMapping(resources?.value(kind));
    if (!entry || !value || !deployed) continue;
    const other = deployed.scalar(key);
    const name = `deploy.resources.${kind}.${key}`;
    if (!other && !isZero(value)) {
      report({ at: entry.key.at, message: `'${own}' is set, but '${name}' is not. Move it there.` });
    } else if (other && differs(value, other)) {
      report({
        at: entry.key.at,
        message: `'${own}' is ${value.value}, but '${name}' is ${other.value}. Keep one of them.`,
      });
    }
  }
}

function differs(a: Scalar, b: Scalar): boolean {
  if (hasVariable(a.value) || hasVariable(b.value)) return false;
  const [first, second] = [parseSize(a.value), parseSize(b.value)];
  return first === undefined || second === undefined ? a.value !== b.value : first !== second;
}

function isZero(value: Scalar): boolean {
  return hasVariable(value.value) || parseSize(value.value) === 0;
}
