import type { Span } from '../../text/span.ts';
import {
  asMapping,
  asText,
  type Entry,
  isNull,
  isReset,
  items,
  type Mapping,
  type Node,
  resolve,
  type Scalar,
  type Sequence,
} from '../syntax/tree.ts';
import { hasVariable } from './interpolation.ts';
import { type PortMapping, type PortProblem, parsePort, parseRange } from './ports.ts';
import type { Project } from './project.ts';
import { parseBoolean } from './units.ts';
import { type Mount, type MountProblem, parseMount } from './volumes.ts';

/** An item of `ports`. */
export interface Port {
  readonly node: Scalar | Mapping;
  /** `undefined` when it holds variables or is not valid. */
  readonly mapping: PortMapping | undefined;
  /** What is wrong with the short form, with places in its text. */
  readonly problem: PortProblem | undefined;
}

/** An item of `volumes`, in short or long form. */
export interface ServiceVolume {
  readonly node: Scalar | Mapping;
  /** Short form that could be read. */
  readonly mount: Mount | undefined;
  readonly problem: MountProblem | undefined;
  readonly type: string | undefined;
  readonly source: Text | undefined;
  readonly target: Text | undefined;
}

/** A piece of a value, which knows where it stands in the file. */
export class Text {
  readonly text: string;
  private readonly scalar: Scalar;
  private readonly start: number;
  private readonly file: string;

  constructor(scalar: Scalar, start: number, end: number, file: string) {
    this.text = scalar.value.slice(start, end);
    this.scalar = scalar;
    this.start = start;
    this.file = file;
  }

  get at(): Span {
    return this.scalar.spanOf(this.file, this.start, this.start + this.text.length);
  }
}

/** An entry of `depends_on`, in either form. */
export interface Dependency {
  readonly name: string;
  readonly at: Span;
  readonly condition: Scalar | undefined;
  readonly required: boolean;
}

/** `KEY=value` of a list, or an entry of a mapping. */
export interface KeyValue {
  readonly key: string;
  readonly keyAt: Span;
  /** `undefined`: no value is given. */
  readonly value: string | undefined;
  readonly valueAt: Span;
}

/** A service: all its definitions in the documents of one file, the weakest first. */
export class Service {
  readonly project: Project;
  readonly name: string;
  readonly entries: Entry[] = [];
  private attributes: Map<string, Entry> | undefined;
  private ownCache: readonly Mapping[] | undefined;
  private layersCache: readonly Mapping[] | undefined;
  private portsCache: readonly Port[] | undefined;
  private volumesCache: readonly ServiceVolume[] | undefined;
  private environmentCache: readonly KeyValue[] | undefined;
  private dependenciesCache: readonly Dependency[] | undefined;

  constructor(project: Project, name: string) {
    this.project = project;
    this.name = name;
  }

  /** Place of the name where the service is last defined. */
  get nameAt(): Span {
    return this.entries.at(-1)?.key.at ?? { start: 0, end: 0 };
  }

  /** What this file writes about the service, the strongest first. */
  get own(): readonly Mapping[] {
    this.ownCache ??= this.entries.flatMap(({ value }) => asMapping(value) ?? []).reverse();
    return this.ownCache;
  }

  /** The entry of an attribute in this file. */
  entry(key: string): Entry | undefined {
    if (!this.attributes) {
      this.attributes = new Map();
      for (const mapping of this.own.toReversed()) {
        for (const { name, value } of mapping.entries) if (isReset(value)) this.attributes.delete(name);
        for (const entry of mapping.effective) this.attributes.set(entry.name, entry);
      }
    }
    return this.attributes.get(key);
  }

  /** The value of an attribute in this file, aliases followed; `undefined` also when it is null. */
  value(key: string): Scalar | Mapping | Sequence | undefined {
    const entry = this.entry(key);
    return entry && !isNull(entry.value) ? resolve(entry.value) : undefined;
  }

  /** The value of an attribute in this file when it is a scalar. */
  text(key: string): Scalar | undefined {
    return asText(this.value(key));
  }

  mapping(key: string): Mapping | undefined {
    return asMapping(this.value(key));
  }

  /** All values of an attribute in this file, of every document, the weakest first. */
  private values(key: string): (Scalar | Mapping | Sequence)[] {
    if (this.entries.length === 1) {
      const only = this.entry(key);
      const value = only && resolve(only.value);
      return value ? [value] : [];
    }
    const values: (Scalar | Mapping | Sequence)[] = [];
    for (const mapping of this.own) {
      if (mapping.entries.some(({ name, value }) => name === key && isReset(value))) break;
      const entry = mapping.get(key);
      const value = entry && resolve(entry.value);
      if (value) values.unshift(value);
      if (value?.tag?.name === '!override') break;
    }
    return values;
  }

  /**
   * Everything Compose merges into the service as far as it is known, the strongest first: override files, this file,
   * what it extends, base files.
   */
  get layers(): readonly Mapping[] {
    this.layersCache ??= this.collectLayers(new Set());
    return this.layersCache;
  }

  private collectLayers(visited: Set<Service>): readonly Mapping[] {
    if (visited.has(this)) return [];
    visited.add(this);
    const layers: Mapping[] = [];
    const { context } = this.project;
    const addFrom = (project: Project): void => {
      const service = project.service(this.name);
      if (service) layers.push(...service.collectLayers(visited));
    };
    for (const override of context.overrides) addFrom(override);
    layers.push(...this.own);
    const parent = this.parent;
    if (parent) layers.push(...parent.collectLayers(visited));
    for (const base of context.bases) addFrom(base);
    return layers;
  }

  /** The value of an attribute as the merged project has it; `undefined` when no known layer sets it. */
  merged(key: string): Scalar | Mapping | Sequence | undefined {
    for (const layer of this.layers) {
      const own = layer.entries.find((entry) => entry.name === key);
      if (own && isReset(own.value)) return undefined;
      const entry = layer.get(key);
      if (entry && !isNull(entry.value)) return resolve(entry.value);
    }
    return undefined;
  }

  /** True when part of what the service extends cannot be seen. */
  get hasUnknownParent(): boolean {
    const visited = new Set<Service>();
    for (let service: Service | undefined = this; service && !visited.has(service); service = service.parent) {
      visited.add(service);
      if (service.value('extends') && !service.parent) return true;
    }
    return false;
  }

  /** The service that `extends` names, in this file or in another one that is known. */
  get parent(): Service | undefined {
    const value = this.value('extends');
    if (!value || value.kind === 'sequence') return undefined;
    if (value.kind === 'scalar') return this.project.ownOrIncludedService(value.value);
    const name = value.scalar('service')?.value;
    if (name === undefined) return undefined;
    const file = value.scalar('file');
    return file ? this.project.context.file(file.value)?.service(name) : this.project.ownOrIncludedService(name);
  }

  get profiles(): readonly string[] {
    return items(this.merged('profiles')).flatMap((item) => (item.kind === 'scalar' ? [item.value] : []));
  }

  /** False when no choice of profiles starts both services. */
  mayRunWith(other: Service): boolean {
    // Several profiles may be active at once, so only the choice of one profile at a time keeps services apart.
    const mine = this.profiles;
    const theirs = other.profiles;
    return mine.length === 0 || theirs.length === 0 || mine.some((profile) => theirs.includes(profile));
  }

  get ports(): readonly Port[] {
    this.portsCache ??= this.values('ports').flatMap((value) => items(value).flatMap(readPort));
    return this.portsCache;
  }

  get volumes(): readonly ServiceVolume[] {
    this.volumesCache ??= this.values('volumes').flatMap((value) =>
      items(value).flatMap((item) => readVolume(item, this.project.text)),
    );
    return this.volumesCache;
  }

  get dependencies(): readonly Dependency[] {
    this.dependenciesCache ??= this.values('depends_on').flatMap(readDependencies);
    return this.dependenciesCache;
  }

  get environment(): readonly KeyValue[] {
    this.environmentCache ??= this.keyValues('environment');
    return this.environmentCache;
  }

  get buildArguments(): readonly KeyValue[] {
    return readKeyValues(this.mapping('build')?.value('args'), this.project.text);
  }

  /** An attribute that is a mapping or a list of `KEY=value`. */
  keyValues(key: string): readonly KeyValue[] {
    return this.values(key).flatMap((value) => readKeyValues(value, this.project.text));
  }

  /** Containers Compose starts; `undefined` when only Compose knows. */
  get replicas(): number | undefined {
    const scale = asText(this.merged('scale'));
    const replicas = scale ?? asMapping(this.merged('deploy'))?.scalar('replicas');
    if (!replicas) return 1;
    return /^\d+$/.test(replicas.value) ? Number(replicas.value) : undefined;
  }

  get hasHealthcheck(): boolean {
    const healthcheck = asMapping(this.merged('healthcheck'));
    if (!healthcheck) return false;
    return parseBoolean(healthcheck.scalar('disable')?.value ?? 'false') !== true;
  }
}

function readPort(item: Scalar | Mapping | Sequence): Port[] {
  if (item.kind === 'sequence') return [];
  if (item.kind === 'scalar') {
    if (item.type === 'null' || hasVariable(item.value))
      return [{ node: item, mapping: undefined, problem: undefined }];
    const result = parsePort(item.value);
    if ('message' in result) return [{ node: item, mapping: undefined, problem: result }];
    return [{ node: item, mapping: result, problem: undefined }];
  }
  const text = (key: string): string => item.scalar(key)?.value ?? '';
  const values = ['target', 'published', 'host_ip', 'protocol'].map(text);
  const target = parseRange(text('target'));
  if (!target || values.some(hasVariable)) return [{ node: item, mapping: undefined, problem: undefined }];
  const mapping: PortMapping = {
    hostAddress: text('host_ip') || undefined,
    published: parseRange(text('published')),
    target,
    protocol: text('protocol').toLowerCase() || 'tcp',
  };
  return [{ node: item, mapping, problem: undefined }];
}

function readVolume(item: Scalar | Mapping | Sequence, text: string): ServiceVolume[] {
  if (item.kind === 'sequence') return [];
  if (item.kind === 'mapping') {
    const whole = (key: string): Text | undefined => {
      const scalar = item.scalar(key);
      return scalar && new Text(scalar, 0, scalar.value.length, text);
    };
    return [
      {
        node: item,
        mount: undefined,
        problem: undefined,
        type: item.scalar('type')?.value,
        source: whole('source'),
        target: whole('target'),
      },
    ];
  }
  if (item.type === 'null') return [];
  const result = parseMount(item.value);
  if ('message' in result) {
    return [{ node: item, mount: undefined, problem: result, type: undefined, source: undefined, target: undefined }];
  }
  const part = (section: { start: number; end: number } | undefined): Text | undefined =>
    section && new Text(item, section.start, section.end, text);
  const type = result.type === 'anonymous' ? 'volume' : result.type;
  return [
    { node: item, mount: result, problem: undefined, type, source: part(result.source), target: part(result.target) },
  ];
}

function readDependencies(value: Scalar | Mapping | Sequence): Dependency[] {
  if (value.kind === 'mapping') {
    return value.effective.map((entry) => {
      const options = asMapping(entry.value);
      return {
        name: entry.name,
        at: entry.key.at,
        condition: options?.scalar('condition'),
        required: parseBoolean(options?.scalar('required')?.value ?? 'true') !== false,
      };
    });
  }
  return items(value).flatMap((item) =>
    item.kind === 'scalar' && item.type !== 'null'
      ? [{ name: item.value, at: item.at, condition: undefined, required: true }]
      : [],
  );
}

/** Reads a mapping or a list of `KEY=value`. */
export function readKeyValues(value: Node | undefined, text: string): KeyValue[] {
  const resolved = value && resolve(value);
  if (resolved?.kind === 'mapping') {
    return resolved.effective.map((entry) => {
      const scalar = asText(entry.value);
      const valueAt = scalar?.at ?? entry.value.at;
      return { key: entry.name, keyAt: entry.key.at, value: scalar?.value, valueAt };
    });
  }
  const found: KeyValue[] = [];
  for (const item of items(resolved)) {
    if (item.kind === 'scalar' && item.type !== 'null') found.push(new Assignment(item, text));
  }
  return found;
}

class Assignment implements KeyValue {
  readonly key: string;
  readonly value: string | undefined;
  private readonly scalar: Scalar;
  private readonly file: string;

  constructor(scalar: Scalar, file: string) {
    const equals = scalar.value.indexOf('=');
    this.key = equals === -1 ? scalar.value : scalar.value.slice(0, equals);
    this.value = equals === -1 ? undefined : scalar.value.slice(equals + 1);
    this.scalar = scalar;
    this.file = file;
  }

  get keyAt(): Span {
    return this.scalar.spanOf(this.file, 0, this.key.length);
  }

  get valueAt(): Span {
    const { length } = this.scalar.value;
    return this.scalar.spanOf(this.file, length - (this.value?.length ?? 0), length);
  }
}
