import { headOf } from '../model/nodes.ts';
import { splitPort } from '../model/ports.ts';
import { composeRule } from '../rule.ts';

export const unboundPort = composeRule({
  id: 'unbound-port',
  summary: 'Published ports should be bound to an address.',
  why: 'A port without an address is open on every interface of the host, and the engine opens it past most firewalls.',
  category: 'security',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['dclint/no-unbound-port-interfaces'],
  severityIn: { dclint: 'error' },
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - «"8080:80"»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "127.0.0.1:8080:80"\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - «target»: 80\n        published: 8080\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - target: 80\n        published: 8080\n        host_ip: 127.0.0.1\n',
      unfixed: true,
    },
  ],
  check({ model, text }, report) {
    for (const service of model.services) {
      for (const { node } of service.ports) {
        if (node.kind === 'mapping' ? node.get('host_ip') : node.type === 'null' || splitPort(node.value).address)
          continue;
        if (node.kind === 'scalar' && node.value.startsWith('$') && !splitPort(node.value).published) continue;
        report({
          at: headOf(node),
          message: 'The port is open on all interfaces of the host. Bind it to an address such as 127.0.0.1.',
          fixes: () => {
            if (node.kind !== 'scalar') return [];
            const { start } = node.spanOf(text, 0, node.value.length);
            const newText = splitPort(node.value).published ? '127.0.0.1:' : '127.0.0.1::';
            return [{ title: 'Bind to 127.0.0.1', safe: false, edits: [{ at: { start, end: start }, newText }] }];
          },
        });
      }
    }
  },
});
