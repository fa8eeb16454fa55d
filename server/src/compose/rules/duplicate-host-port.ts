import { headOf, type Node } from '../model/nodes.ts';
import { clash, type PortMapping, type PortRange } from '../model/ports.ts';
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
    const buckets = new Map<number, Published[]>();
    for (const service of model.services) {
      const seen = new Set<string>();
      for (const { node, mapping } of service.ports) {
        const range = mapping?.published;
        if (!range) continue;
        const { hostAddress, target, protocol } = mapping;
        const key = `${hostAddress} ${range.from}-${range.to}:${target.from}/${protocol}`;
        // Of equal entries of one service Compose drops all but one.
        if (seen.has(key)) continue;
        seen.add(key);
        const rival = register({ service, mapping, node }, range, buckets);
        if (!rival) continue;
        const who = rival.service === service ? 'this service' : `the service '${rival.service.name}'`;
        const ports = range.from === range.to ? range.from : `${range.from}-${range.to}`;
        report({
          at: headOf(node),
          message: `The host port '${ports}' is already published by ${who}. Choose another.`,
          related: [{ at: headOf(rival.node), message: `Published by '${rival.service.name}'` }],
        });
      }
    }
  },
});

/** Ports of one bucket share all but this many bits, so that wide ranges need not be looked up port by port. */
const bucketBits = 6;
/** Most entries of a bucket that others are compared with. */
const maximumEntries = 200;

/** Adds a published port, and finds one before it that it clashes with. */
function register(own: Published, { from, to }: PortRange, buckets: Map<number, Published[]>): Published | undefined {
  let rival: Published | undefined;
  for (let bucket = from >> bucketBits; bucket <= to >> bucketBits; bucket++) {
    const others = buckets.get(bucket);
    rival ??= others?.find((other) => clash(other.mapping, own.mapping) && canClash(other, own));
    if (!others) buckets.set(bucket, [own]);
    else if (others.length < maximumEntries) others.push(own);
  }
  return rival;
}

function canClash(a: Published, b: Published): boolean {
  if (a.service !== b.service) return a.node !== b.node && a.service.mayRunWith(b.service);
  const [first, second] = [a.mapping, b.mapping];
  // Of equal entries of one service Compose drops all but one.
  return !(first.hostAddress === second.hostAddress && first.target.from === second.target.from);
}
