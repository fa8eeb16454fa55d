import { shortId } from '../model/images.ts';
import { formatTime } from '../model/measures.ts';
import { distinctPorts, portText, publishedPorts } from '../model/ports.ts';
import { groupByProject, isUp, nameInProject, type Project, projectFolder, projectOf } from '../model/projects.ts';
import type { Container } from '../model/records.ts';
import { escapeMarkdown, facts, type Icon, joined, type Row, targetRow, type View } from './view.ts';

type Node =
  | { readonly kind: 'project'; readonly project: Project }
  | { readonly kind: 'container'; readonly container: Container; readonly project?: Project };

export const containersView: View<Node> = {
  id: 'containers',
  name: 'Containers',
  whenEmpty: 'There are no containers yet.\n\n[Run an Image](command:dockwright.run)',
  title(status) {
    if (status.kind !== 'connected') return '';
    const { endpoint, version } = status.engine;
    const place = endpoint.context ?? (endpoint.transport.kind === 'socket' ? undefined : endpoint.address);
    return joined(version.product === 'Podman' && version.product, place);
  },
  children(records, node) {
    if (!node) {
      const { projects, others } = groupByProject(records.containers.values());
      return [
        ...projects.map((project) => ({ kind: 'project' as const, project })),
        ...others.map((container) => ({ kind: 'container' as const, container })),
      ];
    }
    if (node.kind === 'container') return [];
    const { project } = node;
    return project.containers.map((container) => ({ kind: 'container', container, project }));
  },
  row(_records, node) {
    if (node.kind === 'project') return projectRow(node.project);
    const { container, project } = node;
    return {
      ...containerRow(container),
      id: `container/${container.id}`,
      ...(project && { label: nameInProject(container, project) }),
    };
  },
  tooltip: (_records, node) =>
    node.kind === 'project' ? projectTooltip(node.project) : containerTooltip(node.container),
};

function projectRow(project: Project): Row {
  const up = project.containers.filter(isUp).length;
  const all = project.containers.length;
  return {
    id: `project/${project.name}`,
    label: project.name,
    description: up === all ? `${all} running` : up === 0 ? `${all} stopped` : `${up} of ${all} running`,
    icon: { name: 'layers', ...(up > 0 && { color: up === all ? green : yellow }) },
    expandable: 'expanded',
    ...targetRow('project', project),
  };
}

function projectTooltip(project: Project): string {
  const folder = projectFolder(project);
  return facts(project.name, [
    ['Compose project', `${project.containers.length} containers`],
    ['Folder', folder && code(folder)],
  ]);
}

/** A container's row, but for the id, which depends on the place. */
export function containerRow(container: Container): Omit<Row, 'id'> {
  const ports = publishedPorts(container);
  return {
    label: container.name,
    description: joined(stateText(container), ports.map(portText).join(', '), imageText(container)),
    icon: containerIcon(container),
    ...targetRow('container', container),
  };
}

/** What a person would say about a container's state; nothing for one that simply runs. */
export function stateText(container: Container): string {
  switch (container.state) {
    case 'running':
      return container.health === undefined || container.health === 'healthy' ? '' : container.health;
    case 'exited':
      return container.exitCode ? `exited with ${container.exitCode}` : 'exited';
    default:
      return container.state;
  }
}

export function containerIcon(container: Container): Icon {
  switch (container.state) {
    case 'running':
      if (container.health === 'unhealthy') return { name: 'warning', color: yellow };
      return { name: 'vm-running', color: green };
    case 'paused':
      return { name: 'debug-pause', color: yellow };
    case 'restarting':
    case 'removing':
      return { name: 'sync', color: yellow };
    case 'dead':
      return { name: 'error', color: red };
    case 'created':
      return { name: 'vm-outline' };
    case 'exited':
      return container.exitCode ? { name: 'vm-outline', color: red } : { name: 'vm-outline' };
  }
}

export function containerTooltip(container: Container): string {
  const project = projectOf(container);
  return facts(container.name, [
    [
      'State',
      joined(
        container.state,
        container.health,
        container.exitCode === undefined ? undefined : `exit code ${container.exitCode}`,
      ),
    ],
    ['Image', escapeMarkdown(imageText(container))],
    ['Command', code(container.command)],
    ['Project', project && escapeMarkdown(project)],
    ['Ports', distinctPorts(container).map((port) => escapeMarkdown(portText(port)))],
    [
      'Mounts',
      container.mounts.map(
        (mount) =>
          `${code(mount.volume ?? mount.source)} on ${code(mount.destination)}${mount.writable ? '' : ' (read-only)'}`,
      ),
    ],
    ['Networks', container.networks.map((place) => escapeMarkdown(joined(place.network, place.address)))],
    ['Created', formatTime(container.created)],
    ['Id', code(shortId(container.id))],
  ]);
}

/** The engine answers with an id when the tag has moved to another image since. */
function imageText(container: Container): string {
  return /^(sha256:)?[0-9a-f]{64}$/.test(container.image) ? shortId(container.image) : container.image;
}

function code(text: string): string {
  return text === '' ? '' : `\`${text.replaceAll('`', "'").replaceAll('\n', ' ')}\``;
}

const green = 'charts.green';
const yellow = 'charts.yellow';
const red = 'charts.red';
