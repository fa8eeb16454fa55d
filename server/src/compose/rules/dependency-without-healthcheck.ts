import { dockerfileOf } from '../model/buildFile.ts';
import type { Service } from '../model/service.ts';
import { composeRule } from '../rule.ts';

export const dependencyWithoutHealthcheck = composeRule({
  id: 'dependency-without-healthcheck',
  summary: "A service that others wait for with 'service_healthy' needs a health check.",
  why: 'Without one Compose gives up with an error, unless the image brings its own.',
  category: 'correctness',
  severity: 'info',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: «service_healthy»\n',
      good: 'services:\n  db:\n    image: postgres:17\n    healthcheck:\n      test: pg_isready\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: service_healthy\n',
    },
    {
      bad: 'services:\n  db:\n    build: .\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: «service_healthy»\n',
      good: 'services:\n  db:\n    build: checked\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: service_healthy\n',
      files: { Dockerfile: 'FROM scratch\n', 'checked/Dockerfile': 'FROM scratch\nHEALTHCHECK CMD ["/check"]\n' },
      unfixed: true,
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const { name, condition } of service.dependencies) {
        if (condition?.value !== 'service_healthy') continue;
        const target = model.anyService(name);
        if (!target || target.hasUnknownParent || target.hasHealthcheck || target.merged('provider')) continue;
        if (imageMayCheck(target)) continue;
        const message = `The service '${name}' has no health check. Add one, unless its image brings one.`;
        report({ at: condition.at, message });
      }
    }
  },
});

/** True when the Dockerfile has a health check, or a base image that may have one is all there is to know. */
function imageMayCheck(service: Service): boolean {
  if (!service.merged('build')) return false;
  const dockerfile = dockerfileOf(service);
  if (!dockerfile) return true;
  return dockerfile.instructions.some(({ keyword }) => keyword === 'HEALTHCHECK');
}
