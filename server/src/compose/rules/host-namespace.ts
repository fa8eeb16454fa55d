import { composeRule } from '../rule.ts';

const namespaces = ['network_mode', 'pid', 'ipc', 'uts', 'userns_mode', 'cgroup'];

export const hostNamespace = composeRule({
  id: 'host-namespace',
  summary: "Services should not share the host's namespaces.",
  why: "In the host's namespace a container sees and can reach what it was meant to be kept from.",
  category: 'security',
  severity: 'info',
  recommended: false,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    pid: «host»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const key of namespaces) {
        const value = service.text(key);
        if (value?.value !== 'host') continue;
        report({
          at: value.at,
          message: `'${key}: host' lifts the isolation from the host. Remove it if it can be done without.`,
        });
      }
    }
  },
});
