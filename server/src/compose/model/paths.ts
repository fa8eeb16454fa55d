import { asMapping, asText, type Entry, items, type Node, resolve, type Scalar } from '../syntax/tree.ts';
import { hasVariable } from './interpolation.ts';
import type { Project } from './project.ts';
import type { Service } from './service.ts';

/** What Compose wants to find at a path. */
export type PathPurpose =
  | 'compose file'
  | 'env file'
  | 'label file'
  | 'build context'
  | 'Dockerfile'
  | 'config file'
  | 'secret file'
  | 'credential spec'
  | 'bind mount'
  | 'watched path';

/** A path that a Compose file names. */
export interface FilePath {
  readonly purpose: PathPurpose;
  readonly node: Scalar;
  /** The path in the value of the scalar, as offsets: short mounts hold more than the path. */
  readonly start: number;
  readonly end: number;
  readonly path: string;
  /** Address of what it names; `undefined` for paths only Compose can resolve. */
  readonly uri: string | undefined;
  /** False for env files with `required: false`. */
  readonly required: boolean;
  readonly service: Service | undefined;
}

/** Address of the folder a file is in, without a slash at its end. */
export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** True for build contexts and Compose files that are not on the local disk. */
export function isRemote(path: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/|oci:|service:|target:|docker-image:)/i.test(path);
}

/**
 * The address of a path relative to a folder; `undefined` for home folders, Windows drives, remote sources and paths
 * with variables, and for absolute paths, which name the machine Compose runs on.
 */
export function resolvePath(folder: string, path: string): string | undefined {
  if (path === '' || folder === '' || hasVariable(path) || isRemote(path)) return undefined;
  if (/^(?:~|\/|\\|[A-Za-z]:)/.test(path)) return undefined;
  const root = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(folder)?.[0] ?? '';
  const parts = folder
    .slice(root.length)
    .split('/')
    .filter((part) => part !== '');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(encodeURIComponent(part));
    else if (parts.length > 0) parts.pop();
    else return undefined;
  }
  return `${root}/${parts.join('/')}`;
}

/** Every path of a file, each place once, in the order of services, then top level. */
export function filePathsOf(project: Project): FilePath[] {
  const collector = new Collector(project);
  for (const include of project.includes) collector.add('compose file', include);
  for (const service of project.services) collector.service(service);
  for (const [section, purpose] of [
    ['configs', 'config file'],
    ['secrets', 'secret file'],
  ] as const) {
    for (const { value } of project.section(section).values()) collector.add(purpose, value?.scalar('file'));
  }
  return collector.found;
}

class Collector {
  readonly found: FilePath[] = [];
  private readonly folder: string;
  private readonly seen = new Set<Node>();

  constructor(project: Project) {
    this.folder = folderOf(project.uri);
  }

  add(purpose: PathPurpose, node: Scalar | undefined, service?: Service, required = true): void {
    if (node) this.push(purpose, node, 0, node.value.length, this.folder, service, required);
  }

  private push(
    purpose: PathPurpose,
    node: Scalar,
    start: number,
    end: number,
    folder: string,
    service: Service | undefined,
    required: boolean,
  ): void {
    if (this.seen.has(node)) return;
    this.seen.add(node);
    const path = node.value.slice(start, end);
    this.found.push({ purpose, node, start, end, path, uri: resolvePath(folder, path), required, service });
  }

  service(service: Service): void {
    for (const mapping of service.own) {
      for (const entry of mapping.effective) this.attribute(service, entry);
    }
  }

  private attribute(service: Service, entry: Entry): void {
    const value = resolve(entry.value);
    switch (entry.name) {
      case 'env_file':
        if (value?.kind === 'scalar') this.add('env file', asText(value), service);
        for (const item of items(value)) {
          if (item.kind === 'scalar') this.add('env file', asText(item), service);
          const required = asMapping(item)?.scalar('required')?.value !== 'false';
          this.add('env file', asMapping(item)?.scalar('path'), service, required);
        }
        break;
      case 'label_file':
        this.add('label file', asText(value), service);
        for (const item of items(value)) this.add('label file', asText(item), service);
        break;
      case 'extends':
        this.add('compose file', asMapping(value)?.scalar('file'), service);
        break;
      case 'credential_spec':
        this.add('credential spec', asMapping(value)?.scalar('file'), service);
        break;
      case 'build':
        this.build(service, value);
        break;
      case 'volumes':
        this.volumes(service);
        break;
      case 'develop':
        for (const item of items(asMapping(value)?.value('watch'))) {
          this.add('watched path', asMapping(item)?.scalar('path'), service);
        }
        break;
    }
  }

  private build(service: Service, value: Node | undefined): void {
    if (value?.kind === 'scalar') this.add('build context', asText(value), service);
    const build = asMapping(value);
    if (!build) return;
    const context = build.scalar('context');
    this.add('build context', context, service);
    const dockerfile = build.scalar('dockerfile');
    const folder = context ? resolvePath(this.folder, context.value) : this.folder;
    if (!dockerfile) return;
    this.push('Dockerfile', dockerfile, 0, dockerfile.value.length, folder ?? '', service, true);
  }

  private volumes(service: Service): void {
    for (const { node, mount, type } of service.volumes) {
      if (type !== 'bind') continue;
      if (node.kind === 'mapping') this.add('bind mount', node.scalar('source'), service, false);
      else if (mount?.source) {
        this.push('bind mount', node, mount.source.start, mount.source.end, this.folder, service, false);
      }
    }
  }
}
