import type { Report } from '../../lint/rule.ts';
import { isInSubnet, isIP, parseSubnet } from '../model/addresses.ts';
import { hasVariable } from '../model/interpolation.ts';
import { asMapping, items, type Mapping, type Scalar } from '../model/nodes.ts';
import type { Project } from '../model/project.ts';
import { composeRule } from '../rule.ts';

export const networkAddress = composeRule({
  id: 'network-address',
  summary: 'Addresses in networks must be well formed, and lie in the subnet they belong to.',
  why: 'The engine refuses to create a network, or to start a container, whose addresses do not fit.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    networks:\n      front:\n        ipv4_address: «10.1.0.5»\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 10.0.0.0/24\n          gateway: «10.0.1.1»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    networks:\n      front:\n        ipv4_address: 10.0.0.5\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 10.0.0.0/24\n          gateway: 10.0.0.1\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    networks: [front]\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: «10.0.0.0»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    networks: [front]\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 10.0.0.0/24\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    networks:\n      front:\n        ipv4_address: 10.0.0.5\n  api:\n    image: caddy:2.8\n    networks:\n      front:\n        ipv4_address: «10.0.0.5»\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 10.0.0.0/24\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    networks:\n      front:\n        ipv4_address: 10.0.0.5\n  api:\n    image: caddy:2.8\n    networks:\n      front:\n        ipv4_address: 10.0.0.6\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 10.0.0.0/24\n',
    },
  ],
  check({ model }, report) {
    for (const { value } of model.section('networks').values()) {
      for (const config of configsOf(value)) checkConfig(config, report);
    }
    checkServices(model, report);
  },
});

function configsOf(network: Mapping | undefined): Mapping[] {
  const ipam = asMapping(network?.value('ipam'));
  return items(ipam?.value('config')).filter((item): item is Mapping => item.kind === 'mapping');
}

function known(scalar: Scalar | undefined): scalar is Scalar {
  return scalar !== undefined && !hasVariable(scalar.value);
}

function checkConfig(config: Mapping, report: Report): void {
  const written = config.scalar('subnet');
  const subnet = known(written) ? parseSubnet(written.value) : undefined;
  if (known(written) && !subnet) {
    report({ at: written.at, message: `'${written.value}' is not a subnet. Write it as '10.0.0.0/24'.` });
  }
  const range = config.scalar('ip_range');
  if (known(range)) {
    const block = parseSubnet(range.value);
    if (!block) report({ at: range.at, message: `'${range.value}' is not a range. Write it as '10.0.0.0/25'.` });
    else if (subnet && !isInSubnet(range.value.split('/')[0] ?? '', subnet)) {
      report({ at: range.at, message: `'${range.value}' is outside the subnet '${written?.value ?? ''}'.` });
    }
  }
  const others = asMapping(config.value('aux_addresses'))?.effective.flatMap(({ value }) => {
    return value.kind === 'scalar' ? [value] : [];
  });
  for (const address of [config.scalar('gateway'), ...(others ?? [])]) {
    if (!known(address) || address.type === 'null') continue;
    if (isIP(address.value) === 0) {
      report({ at: address.at, message: `'${address.value}' is not an IP address.` });
    } else if (subnet && !isInSubnet(address.value, subnet)) {
      report({ at: address.at, message: `'${address.value}' is outside the subnet '${written?.value ?? ''}'.` });
    }
  }
}

function checkServices(model: Project, report: Report): void {
  const taken = new Map<string, { at: Scalar['at']; service: string }>();
  for (const service of model.services) {
    for (const { name, value } of asMapping(service.value('networks'))?.effective ?? []) {
      const subnets = configsOf(model.find('networks', name)?.definition.value).map((config) =>
        config.scalar('subnet'),
      );
      for (const [key, family] of [
        ['ipv4_address', 4],
        ['ipv6_address', 6],
      ] as const) {
        const address = asMapping(value)?.scalar(key);
        if (!known(address)) continue;
        const { at } = address;
        if (isIP(address.value) !== family) {
          report({ at, message: `'${address.value}' is not an IPv${family} address.` });
          continue;
        }
        const own = subnets.flatMap((subnet) => (known(subnet) ? (parseSubnet(subnet.value) ?? []) : []));
        const isKnown = own.length > 0 && own.length === subnets.length;
        if (isKnown && !own.some((subnet) => isInSubnet(address.value, subnet))) {
          report({ at, message: `'${address.value}' is in no subnet of the network '${name}'.` });
        }
        const first = taken.get(`${name} ${address.value}`);
        if (first && first.service !== service.name) {
          const message = `The service '${first.service}' already has the address '${address.value}' in '${name}'. Choose another.`;
          report({ at, message, related: [{ at: first.at, message: `Address of '${first.service}'` }] });
        } else {
          taken.set(`${name} ${address.value}`, { at, service: service.name });
        }
      }
    }
  }
}
