import { formatTime } from '../model/measures.ts';
import { compareNames } from '../model/projects.ts';
import type { Container, Volume } from '../model/records.ts';
import { isAnonymous, usersOfVolume } from '../model/volumes.ts';
import { containerRow, containerTooltip } from './containers.ts';
import { escapeMarkdown, facts, joined, targetRow, type View } from './view.ts';

type Node =
  | { readonly kind: 'volume'; readonly volume: Volume }
  | { readonly kind: 'container'; readonly container: Container; readonly volume: Volume };

export const volumesView: View<Node> = {
  id: 'volumes',
  name: 'Volumes',
  whenEmpty: 'There are no volumes yet. Containers and Compose projects make them.',
  children(records, node) {
    if (!node) {
      return [...records.volumes.values()]
        .sort((a, b) => Number(isAnonymous(a)) - Number(isAnonymous(b)) || compareNames(a.name, b.name))
        .map((volume) => ({ kind: 'volume', volume }));
    }
    if (node.kind === 'container') return [];
    const { volume } = node;
    return usersOfVolume(records.containers.values(), volume.name)
      .toSorted((a, b) => compareNames(a.name, b.name))
      .map((container) => ({ kind: 'container', container, volume }));
  },
  row(records, node) {
    if (node.kind === 'container') {
      const { container, volume } = node;
      const places = container.mounts.filter((mount) => mount.volume === volume.name);
      return {
        ...containerRow(container),
        id: `volume/${volume.name}/${container.id}`,
        description: places.map((mount) => mount.destination + (mount.writable ? '' : ' (read-only)')).join(', '),
      };
    }
    const { volume } = node;
    const users = usersOfVolume(records.containers.values(), volume.name).length;
    return {
      id: `volume/${volume.name}`,
      label: isAnonymous(volume) ? volume.name.slice(0, 12) : volume.name,
      description: joined(
        isAnonymous(volume) && 'anonymous',
        volume.driver !== 'local' && volume.driver,
        users === 0 ? 'unused' : `used by ${users}`,
      ),
      icon: { name: 'database', ...(users > 0 && { color: 'charts.green' }) },
      ...(users > 0 && { expandable: 'collapsed' }),
      ...targetRow('volume', volume),
    };
  },
  tooltip(_records, node) {
    if (node.kind === 'container') return containerTooltip(node.container);
    const { volume } = node;
    return facts(volume.name, [
      ['Driver', volume.driver],
      ['Folder on the engine', `\`${volume.mountpoint}\``],
      ['Created', formatTime(volume.created)],
      ['Project', escapeMarkdown(volume.labels.get('com.docker.compose.project') ?? '')],
    ]);
  },
};
