import { hasVariable } from '../model/interpolation.ts';
import { items } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const invalidExtraHost = composeError({
  id: 'invalid-extra-host',
  summary: "Extra hosts are 'HOST=ADDRESS'.",
  why: 'Compose refuses entries without a host name or without an address.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    extra_hosts:\n      - «host.docker.internal»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    extra_hosts:\n      - host.docker.internal=host-gateway\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const list of [service.value('extra_hosts'), service.mapping('build')?.value('extra_hosts')]) {
        for (const item of items(list)) {
          if (item.kind !== 'scalar' || item.type === 'null' || hasVariable(item.value)) continue;
          const [, host, address] = /^([^=:]*)[=:]?(.*)$/s.exec(item.value) ?? [];
          if (host && address) continue;
          const missing = host ? 'an address' : 'a host name';
          report({ at: item.at, message: `'${item.value}' lacks ${missing}. Write 'HOST=ADDRESS'.` });
        }
      }
    }
  },
});
