import { composeRule } from '../rule.ts';

export const dependencyInOtherProfile = composeRule({
  id: 'dependency-in-other-profile',
  summary: 'A service should not require one that its profiles do not start.',
  why: 'Compose refuses to start a service whose required dependency is disabled by a profile.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  debug:\n    image: busybox:1.36\n    profiles: [debug]\n  web:\n    image: nginx:1.27\n    depends_on: [«debug»]\n',
      good: 'services:\n  debug:\n    image: busybox:1.36\n    profiles: [debug]\n  web:\n    image: nginx:1.27\n    depends_on:\n      debug:\n        condition: service_started\n        required: false\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const { name, at, required } of service.dependencies) {
        const target = required ? model.anyService(name) : undefined;
        if (!target) continue;
        const { profiles } = target;
        if (profiles.length === 0 || [...profiles, ...service.profiles].some((profile) => profile.includes('$')))
          continue;
        const isStarted =
          service.profiles.length > 0 && service.profiles.every((profile) => profiles.includes(profile));
        if (isStarted) continue;
        const message = `The service '${name}' only starts with the profile '${profiles.join("' or '")}'. Give '${service.name}' the same, or make it 'required: false'.`;
        report({ at, message });
      }
    }
  },
});
