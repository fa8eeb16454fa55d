import { hasVariable } from '../model/interpolation.ts';
import { items } from '../model/nodes.ts';
import { parseRange } from '../model/ports.ts';
import { composeRule } from '../rule.ts';

export const invalidExpose = composeRule({
  id: 'invalid-expose',
  summary: "'expose' lists ports of the container, with an optional protocol.",
  why: "The engine refuses anything else; ports of the host belong in 'ports'.",
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    expose: [«"8080:80"»]\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    expose: ["80", "53/udp", "9000-9010"]\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const item of items(service.value('expose'))) {
        if (item.kind !== 'scalar' || item.type === 'null' || hasVariable(item.value)) continue;
        const [range, protocol, ...rest] = item.value.split('/');
        if (parseRange(range ?? '') && /^(?:tcp|udp|sctp)?$/i.test(protocol ?? '') && rest.length === 0) continue;
        const isMapping = item.value.includes(':');
        const message = isMapping
          ? `'${item.value}' has a host port. Publish it under 'ports'.`
          : `'${item.value}' is not a port of the container. Write '80', '80-90' or '80/udp'.`;
        report({ at: item.at, message });
      }
    }
  },
});
