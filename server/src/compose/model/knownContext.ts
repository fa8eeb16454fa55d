import type { Dockerfile } from '../../dockerfile/model/dockerfile.ts';
import { dockerfileFile } from '../../dockerfile/model/file.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { emptyContext, type ProjectContext } from './context.ts';
import { parseEnvironmentFile } from './environmentFile.ts';
import { folderOf, resolvePath } from './paths.ts';
import { Project, roleOf } from './project.ts';
import type { ComposeSurroundings } from './surroundings.ts';

/** Depth of includes below which no more are read; it also ends cycles. */
const maximumDepth = 5;

const mainNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const overrideNames = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/** One context per set of surroundings, which stay the same from keystroke to keystroke. */
const contexts = new WeakMap<ComposeSurroundings, Map<string, ProjectContext>>();

/** The context of a file that surroundings describe. */
export function contextOf(uri: string, surroundings: ComposeSurroundings | undefined): ProjectContext {
  if (!surroundings) return emptyContext;
  let byUri = contexts.get(surroundings);
  if (!byUri) {
    byUri = new Map();
    contexts.set(surroundings, byUri);
  }
  let context = byUri.get(uri);
  if (!context) {
    context = new KnownContext(uri, surroundings, 0);
    byUri.set(uri, context);
  }
  return context;
}

/** Reads the other files when somebody asks for them. */
class KnownContext implements ProjectContext {
  readonly isKnown: boolean;
  private readonly uri: string;
  private readonly folder: string;
  private readonly known: ComposeSurroundings;
  /** 0 for the file at hand, 1 for what it includes, extends, overrides or is overridden by. */
  private readonly depth: number;
  private readonly projects = new Map<string, Project | undefined>();
  private readonly dockerfiles = new Map<string, Dockerfile | undefined>();
  private environmentCache: ReadonlyMap<string, string> | undefined | null = null;

  constructor(uri: string, known: ComposeSurroundings, depth: number) {
    this.isKnown = known.folderIsKnown;
    this.uri = uri;
    this.folder = folderOf(uri);
    this.known = known;
    this.depth = depth;
  }

  private project(uri: string): Project | undefined {
    if (!this.projects.has(uri)) {
      const text = uri === this.uri || this.depth >= maximumDepth ? undefined : this.known.composeFiles[uri];
      const context = new KnownContext(uri, this.known, this.depth + 1);
      this.projects.set(uri, text === undefined ? undefined : new Project(uri, parseYaml(text), context));
    }
    return this.projects.get(uri);
  }

  get siblings(): readonly Project[] {
    if (this.depth > 0) return [];
    return this.known.siblings.flatMap((uri) => this.project(uri) ?? []);
  }

  get bases(): readonly Project[] {
    return roleOf(this.uri) === 'main' ? [] : this.firstSibling(mainNames);
  }

  get overrides(): readonly Project[] {
    return roleOf(this.uri) === 'main' ? this.firstSibling(overrideNames) : [];
  }

  /** Of several files Compose takes the first by its order of names. */
  private firstSibling(names: readonly string[]): readonly Project[] {
    if (this.depth > 0) return [];
    for (const name of names) {
      const uri = `${this.folder}/${name}`;
      const project = this.known.siblings.includes(uri) ? this.project(uri) : undefined;
      if (project) return [project];
    }
    return [];
  }

  file(path: string): Project | undefined {
    const uri = resolvePath(this.folder, path);
    return uri === undefined ? undefined : this.project(uri);
  }

  get environment(): ReadonlyMap<string, string> | undefined {
    if (this.environmentCache === null) {
      const text = this.known.environment;
      this.environmentCache = text === undefined ? undefined : parseEnvironmentFile(text);
    }
    return this.environmentCache;
  }

  dockerfile(uri: string): Dockerfile | undefined {
    if (!this.dockerfiles.has(uri)) {
      const text = this.known.dockerfiles[uri];
      this.dockerfiles.set(uri, text === undefined ? undefined : dockerfileFile(uri, text).model);
    }
    return this.dockerfiles.get(uri);
  }

  kindOf(uri: string): 'file' | 'folder' | 'missing' | undefined {
    return this.known.paths[uri];
  }
}
