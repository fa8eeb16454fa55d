import { items } from '../model/nodes.ts';
import { parseBoolean } from '../model/units.ts';
import { composeRule } from '../rule.ts';

export const privilegedService = composeRule({
  id: 'privileged-service',
  summary: 'Services should not run privileged.',
  why: 'A privileged container, or one with all capabilities or SYS_ADMIN, can take over the host.',
  category: 'security',
  severity: 'warning',
  recommended: false,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    «privileged»: true\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    cap_add: [NET_ADMIN]\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    cap_add: [«SYS_ADMIN»]\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    cap_add: [NET_ADMIN]\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const privileged = service.entry('privileged');
      if (privileged && parseBoolean(service.text('privileged')?.value ?? '') === true) {
        const message = 'A privileged container can take over the host. Add the capabilities it needs instead.';
        report({ at: privileged.key.at, message });
      }
      for (const capability of items(service.value('cap_add'))) {
        if (capability.kind !== 'scalar' || !/^(?:CAP_)?(?:ALL|SYS_ADMIN)$/i.test(capability.value)) continue;
        const message = `With '${capability.value}' the container can take over the host. Add only what it needs.`;
        report({ at: capability.at, message });
      }
    }
  },
});
