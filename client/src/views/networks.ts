import { isBuiltIn, membersOfNetwork } from '../model/networks.ts';
import { compareNames } from '../model/projects.ts';
import type { Container, Network } from '../model/records.ts';
import { containerRow, containerTooltip } from './containers.ts';
import { escapeMarkdown, facts, joined, targetRow, type View } from './view.ts';

type Node =
  | { readonly kind: 'network'; readonly network: Network }
  | {
      readonly kind: 'container';
      readonly container: Container;
      readonly address: string | undefined;
      readonly network: Network;
    };

export const networksView: View<Node> = {
  id: 'networks',
  name: 'Networks',
  whenEmpty: 'There are no networks.',
  children(records, node) {
    if (!node) {
      return [...records.networks.values()]
        .sort((a, b) => Number(isBuiltIn(a)) - Number(isBuiltIn(b)) || compareNames(a.name, b.name))
        .map((network) => ({ kind: 'network', network }));
    }
    if (node.kind === 'container') return [];
    const { network } = node;
    return membersOfNetwork(records.containers.values(), network)
      .toSorted((a, b) => compareNames(a.container.name, b.container.name))
      .map(({ container, address }) => ({ kind: 'container', container, address, network }));
  },
  row(records, node) {
    if (node.kind === 'container') {
      const { container, address, network } = node;
      return {
        ...containerRow(container),
        id: `network/${network.id}/${container.id}`,
        description: address ?? 'not running',
      };
    }
    const { network } = node;
    const members = membersOfNetwork(records.containers.values(), network).length;
    return {
      id: `network/${network.id}`,
      label: network.name,
      description: joined(
        isBuiltIn(network) ? 'built in' : network.driver,
        network.subnets[0],
        network.internal && 'internal',
      ),
      icon: { name: 'type-hierarchy', ...(members > 0 && { color: 'charts.green' }) },
      ...(members > 0 && { expandable: 'collapsed' }),
      ...targetRow('network', network),
    };
  },
  tooltip(_records, node) {
    if (node.kind === 'container') return containerTooltip(node.container);
    const { network } = node;
    return facts(network.name, [
      ['Driver', network.driver],
      ['Scope', network.scope],
      ['Subnets', network.subnets.map(escapeMarkdown)],
      ['Project', escapeMarkdown(network.labels.get('com.docker.compose.project') ?? '')],
      ['Id', `\`${network.id.slice(0, 12)}\``],
    ]);
  },
};
