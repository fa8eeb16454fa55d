import { headOf, type Node } from '../model/nodes.ts';
import { clash, type PortMapping } from '../model/ports.ts';
import type { Service } from '../model/service.ts';
import { composeRule } from '../rule.ts';

interface Published {
  readonly service: Service;
  readonly mapping: PortMapping;
  readonly node: Node;
}

export const duplicateHostPort = composeRule({
  id: 'duplicate-host-port',
  summary: 'A host port can be published only once.',
  why: 'The engine gives a port of the host to one container at a time: the second service fails to start.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['dclint/no-duplicate-exported-ports'],
  examples: [
    {
      bad: 'services:\n  a:\n    image: nginx:1.27\n    ports: ["8080:80"]\n  b:\n    image: caddy:2.8\n    ports: [«"8080:80"»]\n',
      good: 'services:\n  a:\n    image: nginx:1.27\n    ports: ["8080:80"]\n  b:\n    image: caddy:2.8\n    ports: ["8081:80"]\n',
    },
    {
      bad: 'services:\n  a:\n    image: nginx:1.27\n    ports: ["8080-8085:80-85"]\n  b:\n    image: caddy:2.8\n    ports:\n      - «target»: 80\n        published: "8082"\n',
      good: 'services:\n  a:\n    image: nginx:1.27\n    ports: ["127.0.0.1:53:53/udp"]\n  b:\n    image: caddy:2.8\n    ports: ["127.0.0.1:53:53/tcp", "127.0.0.2:53:53/udp"]\n',
      unfixed: true,
    },
  ],
  check({ model }, report) {
    // A range of a thousand ports must not be looked up port by port, so ranges go into buckets.
    const buckets = new Map<number, Published[]>();
    for (const service of model.services) {
      for (const { node, mapping } of service.ports) {
        if (!mapping?.published) continue;
        const own = { service, mapping, node };
        const first = mapping.published.from >> 8;
        const last = mapping.published.to >> 8;
        let rival: Published | undefined;
        for (let bucket = first; bucket <= last; bucket++) {
          const others = buckets.get(bucket);
          rival ??= others?.find((other) => clash(other.mapping, mapping) && canClash(other, own));
          if (others) others.push(own);
          else buckets.set(bucket, [own]);
        }
        if (!rival) continue;
        const { from, to } = mapping.published;
        const who = rival.service === service ? 'this service' : `the service '${rival.service.name}'`;
        report({
          at: headOf(node),
          message: `The host port '${from === to ? from : `${from}-${to}`}' is already published by ${who}. Choose another.`,
          related: [{ at: headOf(rival.node), message: `Published by '${rival.service.name}'` }],
        });
      }
    }
  },
});

function canClash(a: Published, b: Published): boolean {
  if (a.service !== b.service) return a.node !== b.node && a.service.mayRunWith(b.service);
  const [first, second] = [a.mapping, b.mapping];
  // Of equal entries of one service Compose drops all but one.
  return !(first.hostAddress === second.hostAddress && first.target.from === second.target.from);
}
