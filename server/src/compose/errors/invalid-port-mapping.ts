import { isIP } from '../model/addresses.ts';
import { hasVariable } from '../model/interpolation.ts';
import { composeError } from './error.ts';

export const invalidPortMapping = composeError({
  id: 'invalid-port-mapping',
  summary: "Ports are '[[ADDRESS:]HOST:]CONTAINER[/PROTOCOL]'.",
  why: 'Compose refuses ports it cannot read: host names in place of addresses, ranges of different length, protocols other than tcp, udp and sctp.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "«localhost»:80:80"\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "127.0.0.1:80:80"\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "«8000-8010:80-85»"\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "8000-8005:80-85"\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - target: 80\n        host_ip: «localhost»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - target: 80\n        host_ip: 127.0.0.1\n',
    },
  ],
  check({ model, text }, report) {
    for (const service of model.services) {
      for (const { node, problem } of service.ports) {
        if (node.kind === 'mapping') {
          const address = node.scalar('host_ip');
          if (address && !hasVariable(address.value) && isIP(address.value) === 0) {
            const message = `'${address.value}' is not an IP address. Host names are not allowed here.`;
            report({ at: address.at, message });
          }
          if (!node.get('target') && model.role === 'main') {
            const at = node.entries[0]?.key.at ?? node.at;
            report({ at, message: "The port has no 'target'. Add the port in the container." });
          }
        } else if (problem) {
          const at = problem.end > problem.start ? node.spanOf(text, problem.start, problem.end) : node.at;
          report({ at, message: problem.message });
        }
      }
    }
  },
});
