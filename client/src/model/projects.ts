import type { Container } from '../engine/containers.ts';

/** The containers of one Compose project, sorted as they are shown. */
export interface Project {
  readonly name: string;
  readonly containers: readonly Container[];
}

export type ProjectState = 'running' | 'partial' | 'stopped';

const label = {
  project: 'com.docker.compose.project',
  service: 'com.docker.compose.service',
  number: 'com.docker.compose.container-number',
  dependsOn: 'com.docker.compose.depends_on',
  folder: 'com.docker.compose.project.working_dir',
} as const;

/** Splits containers into Compose projects and the rest, all sorted by name. */
export function groupByProject(containers: Iterable<Container>): {
  readonly projects: readonly Project[];
  readonly others: readonly Container[];
} {
  const projects = new Map<string, Container[]>();
  const others: Container[] = [];
  for (const container of containers) {
    const name = projectOf(container);
    if (name === undefined) others.push(container);
    else projects.set(name, [...(projects.get(name) ?? []), container]);
  }
  return {
    projects: [...projects]
      .map(([name, members]) => ({ name, containers: members.sort(byName(serviceName)) }))
      .sort(byName((project) => project.name)),
    others: others.sort(byName((container) => container.name)),
  };
}

/** Name of the Compose project a container belongs to. */
export function projectOf(container: Container): string | undefined {
  return container.labels.get(label.project) || undefined;
}

/** Folder of the project's Compose file on the machine where it was brought up. */
export function projectFolder(project: Project): string | undefined {
  return project.containers.map((container) => container.labels.get(label.folder)).find(Boolean);
}

export function projectState(project: Project): ProjectState {
  const up = project.containers.filter(isUp).length;
  if (up === 0) return 'stopped';
  return up === project.containers.length ? 'running' : 'partial';
}

/** Whether the container has running processes, paused ones included. */
export function isUp(container: Container): boolean {
  return container.state === 'running' || container.state === 'paused' || container.state === 'restarting';
}

/** How a container is called inside its project: its service, with its number when the service has several. */
export function nameInProject(container: Container, project: Project): string {
  const service = container.labels.get(label.service);
  if (!service) return container.name;
  const several = project.containers.filter((other) => other.labels.get(label.service) === service).length > 1;
  const number = container.labels.get(label.number);
  return several && number ? `${service}-${number}` : service;
}

/**
 * The containers in the order in which Compose starts them: every group depends only on earlier ones. Containers of a
 * cycle come last, together.
 */
export function startOrder(containers: readonly Container[]): readonly (readonly Container[])[] {
  const groups: (readonly Container[])[] = [];
  let waiting = containers;
  while (waiting.length > 0) {
    const blocked = new Set(waiting.map(serviceKey));
    const free = waiting.filter((container) => !dependencies(container).some((service) => blocked.has(service)));
    const group = free.length > 0 ? free : waiting;
    groups.push(group);
    waiting = waiting.filter((container) => !group.includes(container));
  }
  return groups;
}

// The label reads `db:service_started:false,cache:service_healthy:false`. Projects may have services of equal names.
function dependencies(container: Container): readonly string[] {
  const names = (container.labels.get(label.dependsOn) ?? '').split(',').map((each) => each.split(':')[0] ?? '');
  return names.filter(Boolean).map((service) => `${projectOf(container)}\n${service}`);
}

function serviceKey(container: Container): string {
  return `${projectOf(container)}\n${container.labels.get(label.service) ?? container.id}`;
}

function serviceName(container: Container): string {
  return `${container.labels.get(label.service) ?? container.name} ${container.labels.get(label.number) ?? ''}`;
}

function byName<T>(name: (each: T) => string): (a: T, b: T) => number {
  return (a, b) => compareNames(name(a), name(b));
}

/** Order of names for people: numbers inside them count as numbers. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}

const collator = new Intl.Collator('en', { numeric: true });
