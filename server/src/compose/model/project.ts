import type { Span } from '../../text/span.ts';
import { asMapping, asText, type Entry, items, type Mapping, type resolve, type Scalar } from '../syntax/tree.ts';
import type { YamlTree } from '../syntax/yaml.ts';
import { emptyContext, type ProjectContext } from './context.ts';
import { type Reference, referencesOf, type Section } from './references.ts';
import { Service } from './service.ts';

/** Something defined at top level. A later document of the file may define it again. */
export interface Definition {
  readonly section: Section;
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Place of the name where it is last defined. */
  readonly nameAt: Span;
  /** The last value that is a mapping. */
  readonly value: Mapping | undefined;
}

/**
 * What a file is by its name: one that Compose reads by itself, the override file it adds to that one, or any other,
 * which may be complete or only make sense together with others.
 */
export type FileRole = 'main' | 'override' | 'other';

export function roleOf(uri: string): FileRole {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (/^(?:docker-)?compose\.ya?ml$/.test(name)) return 'main';
  return /^(?:docker-)?compose\.override\.ya?ml$/.test(name) ? 'override' : 'other';
}

/** A Compose file as Compose understands it: its documents merged, its names resolved. */
export class Project {
  readonly uri: string;
  readonly text: string;
  readonly role: FileRole;
  readonly context: ProjectContext;
  /** Root mappings of the documents, the weakest first. */
  readonly roots: readonly Mapping[];
  private readonly definitions = new Map<Section, ReadonlyMap<string, Definition>>();
  private readonly servicesByName = new Map<string, Service>();
  private referencesCache: readonly Reference[] | undefined;
  private usesCache: ReadonlyMap<string, readonly Reference[]> | undefined;
  private includesCache: readonly Scalar[] | undefined;
  private includedCache: readonly Project[] | undefined;

  constructor(uri: string, tree: YamlTree, context: ProjectContext = emptyContext) {
    this.uri = uri;
    this.text = tree.text;
    this.role = roleOf(uri);
    this.context = context;
    this.roots = tree.documents.flatMap(({ root }) => asMapping(root) ?? []);
    for (const root of this.roots) {
      for (const entry of asMapping(root.value('services'))?.effective ?? []) {
        let service = this.servicesByName.get(entry.name);
        if (!service) {
          service = new Service(this, entry.name);
          this.servicesByName.set(entry.name, service);
        }
        service.entries.push(entry);
      }
    }
  }

  /** The services of this file in the order they are written. */
  get services(): IterableIterator<Service> {
    return this.servicesByName.values();
  }

  service(name: string): Service | undefined {
    return this.servicesByName.get(name);
  }

  ownOrIncludedService(name: string): Service | undefined {
    const own = this.servicesByName.get(name);
    if (own) return own;
    for (const project of this.included) {
      const service = project.ownOrIncludedService(name);
      if (service) return service;
    }
    return undefined;
  }

  /** A service of this file or of another file of the project. */
  anyService(name: string): Service | undefined {
    const own = this.ownOrIncludedService(name);
    if (own) return own;
    for (const project of [...this.context.bases, ...this.context.overrides]) {
      const service = project.ownOrIncludedService(name);
      if (service) return service;
    }
    return undefined;
  }

  /** The last value of a top-level key. */
  entry(key: string): Entry | undefined {
    for (let index = this.roots.length - 1; index >= 0; index--) {
      const entry = this.roots[index]?.get(key);
      if (entry) return entry;
    }
    return undefined;
  }

  /** What a section of this file defines, by name. */
  section(section: Section): ReadonlyMap<string, Definition> {
    let definitions = this.definitions.get(section);
    if (!definitions) {
      definitions = this.define(section);
      this.definitions.set(section, definitions);
    }
    return definitions;
  }

  private define(section: Section): ReadonlyMap<string, Definition> {
    const entries = new Map<string, Entry[]>();
    for (const root of this.roots) {
      for (const entry of asMapping(root.value(section))?.effective ?? []) {
        const list = entries.get(entry.name);
        if (list) list.push(entry);
        else entries.set(entry.name, [entry]);
      }
    }
    const definitions = new Map<string, Definition>();
    for (const [name, list] of entries) {
      const last = list.at(-1);
      if (!last) continue;
      const value = list.map((entry) => asMapping(entry.value)).findLast((mapping) => mapping !== undefined);
      definitions.set(name, { section, name, entries: list, nameAt: last.key.at, value });
    }
    return definitions;
  }

  /** True when this file or another file of the project defines the name. */
  defines(section: Section, name: string): boolean {
    if (this.section(section).has(name)) return true;
    return this.others.some((project) => project.defines(section, name));
  }

  /** The definition of a name in this file or in another file of the project, with the file that has it. */
  find(section: Section, name: string): { project: Project; definition: Definition } | undefined {
    const definition = this.section(section).get(name);
    if (definition) return { project: this, definition };
    for (const project of this.others) {
      const found = project.find(section, name);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * True when every file that takes part in the project is known, so that a name none of them defines is defined
   * nowhere.
   */
  get isComplete(): boolean {
    if (this.hasUnknownInclude) return false;
    if (this.role === 'main') return true;
    if (this.role === 'override') return this.context.bases.length > 0;
    return this.isSelfContained;
  }

  /** A file of another name that gives each of its services an image or a build is taken to stand on its own. */
  private get isSelfContained(): boolean {
    if (this.servicesByName.size === 0) return false;
    for (const service of this.servicesByName.values()) {
      const has = ['image', 'build', 'extends', 'provider'].some((key) => service.entry(key));
      if (!has) return false;
    }
    return true;
  }

  /** The projects that `include` brings in, as far as they are known. */
  get included(): readonly Project[] {
    this.includedCache ??= this.includes.flatMap((path) => this.context.file(path.value) ?? []);
    return this.includedCache;
  }

  /** The other files of the project, as far as they are known. */
  get others(): readonly Project[] {
    return [...this.included, ...this.context.bases, ...this.context.overrides];
  }

  get hasUnknownInclude(): boolean {
    return this.includes.length > this.included.length || this.included.some((project) => project.hasUnknownInclude);
  }

  /** True when a file that may be used together with this one defines the name. */
  siblingDefines(section: Section, name: string): boolean {
    return this.role === 'other' && this.context.siblings.some((project) => project.defines(section, name));
  }

  /** Paths of the Compose files that `include` names. */
  get includes(): readonly Scalar[] {
    this.includesCache ??= this.roots.flatMap((root) => items(root.value('include')).flatMap(includedPaths));
    return this.includesCache;
  }

  /** Every reference of every service, each place once. */
  get references(): readonly Reference[] {
    if (!this.referencesCache) {
      const seen = new Set<string>();
      const references: Reference[] = [];
      for (const service of this.servicesByName.values()) {
        for (const reference of referencesOf(service, this.text)) {
          const place = `${reference.at.start} ${reference.section}`;
          if (seen.has(place)) continue;
          seen.add(place);
          references.push(reference);
        }
      }
      this.referencesCache = references;
    }
    return this.referencesCache;
  }

  /** The references to a name of this project's own files. */
  referencesTo(section: Section, name: string): readonly Reference[] {
    if (!this.usesCache) {
      const uses = new Map<string, Reference[]>();
      for (const reference of this.references) {
        if (reference.file !== undefined) continue;
        const key = `${reference.section} ${reference.name}`;
        const list = uses.get(key);
        if (list) list.push(reference);
        else uses.set(key, [reference]);
      }
      this.usesCache = uses;
    }
    return this.usesCache.get(`${section} ${name}`) ?? [];
  }

  /** True when a service of the project joins the network or uses the volume, config, secret or model. */
  isUsed(section: Section, name: string): boolean {
    if (this.referencesTo(section, name).length > 0) return true;
    return [...this.others, ...this.context.siblings].some((project) => project.isUsed(section, name));
  }

  /** The project name as written in `name`. */
  get name(): Scalar | undefined {
    return asText(this.entry('name')?.value);
  }
}

function includedPaths(item: ReturnType<typeof resolve>): Scalar[] {
  if (item?.kind === 'scalar') return [item];
  const path = asMapping(item)?.value('path');
  if (path?.kind === 'scalar') return [path];
  return items(path).flatMap((part) => (part.kind === 'scalar' ? [part] : []));
}

/** The project name Compose makes of a text: lower case, without other characters and without a leading `-` or `_`. */
export function normalizedProjectName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
}
