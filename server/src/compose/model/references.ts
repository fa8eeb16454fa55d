import type { Span } from '../../text/span.ts';
import { asMapping, asText, items, type Mapping, type Node, resolve, type Scalar } from '../syntax/tree.ts';
import type { Service } from './service.ts';

/** Top-level section that a name is defined in. */
export type Section = 'services' | 'networks' | 'volumes' | 'configs' | 'secrets' | 'models';

export const sections: readonly Section[] = ['services', 'networks', 'volumes', 'configs', 'secrets', 'models'];

/** How messages call what a section defines. */
export const singular: Readonly<Record<Section, string>> = {
  services: 'service',
  networks: 'network',
  volumes: 'volume',
  configs: 'config',
  secrets: 'secret',
  models: 'model',
};

/** A place that names something defined at top level. */
export interface Reference {
  readonly section: Section;
  readonly name: string;
  /** The name alone. */
  readonly at: Span;
  readonly service: Service;
  /** The attribute of the service that refers: `depends_on`, `volumes`, … */
  readonly attribute: string;
  /** The other file that defines the name, as `extends.file` writes it. */
  readonly file: string | undefined;
  /** The scalar or key that holds the name. */
  readonly node: Node;
}

/** Every reference of a service, in the order of its attributes. Names that hold variables are left out. */
export function referencesOf(service: Service, text: string): Reference[] {
  const found: Reference[] = [];
  for (const mapping of service.own) {
    for (const entry of mapping.effective)
      new Collector(service, entry.name, text, found).collect(resolve(entry.value));
  }
  return found;
}

class Collector {
  private readonly service: Service;
  private readonly attribute: string;
  private readonly text: string;
  private readonly found: Reference[];

  constructor(service: Service, attribute: string, text: string, found: Reference[]) {
    this.service = service;
    this.attribute = attribute;
    this.text = text;
    this.found = found;
  }

  collect(value: Exclude<Node, { kind: 'alias' }> | undefined): void {
    if (!value) return;
    switch (this.attribute) {
      case 'depends_on':
        this.namesOrKeys('services', value);
        break;
      case 'networks':
      case 'models':
        this.namesOrKeys(this.attribute, value);
        break;
      case 'links':
      case 'volumes_from':
        for (const item of items(value)) this.beforeColon(item);
        break;
      case 'network_mode':
      case 'ipc':
      case 'pid':
      case 'uts':
      case 'cgroup':
        this.afterPrefix(value);
        break;
      case 'extends':
        this.extended(value);
        break;
      case 'configs':
      case 'secrets':
        this.sources(this.attribute, value);
        break;
      case 'volumes':
        this.volumes();
        break;
      case 'credential_spec':
        this.add('configs', asMapping(value)?.scalar('config'));
        break;
      case 'build':
        this.build(asMapping(value));
        break;
    }
  }

  private add(section: Section, node: Scalar | undefined, start = 0, end = node?.value.length ?? 0): void {
    if (!node || node.type === 'null') return;
    const name = node.value.slice(start, end);
    if (name === '' || name.includes('$')) return;
    const whole = start === 0 && end === node.value.length;
    const at = whole && !node.isQuoted ? node.at : node.spanOf(this.text, start, end);
    this.push(section, name, at, node);
  }

  private push(section: Section, name: string, at: Span, node: Node, file?: string): void {
    this.found.push({ section, name, at, service: this.service, attribute: this.attribute, file, node });
  }

  /** A list of names, or a mapping with names as keys. */
  private namesOrKeys(section: Section, value: Node): void {
    if (value.kind === 'mapping') {
      for (const { key } of value.effective) if (key.kind === 'scalar') this.add(section, key);
      return;
    }
    for (const item of items(value)) if (item.kind === 'scalar') this.add(section, item);
  }

  /** `SERVICE[:ALIAS]`, `SERVICE[:ro]`; `container:NAME` names none. */
  private beforeColon(item: Node): void {
    if (item.kind !== 'scalar' || item.value.startsWith('container:')) return;
    const colon = item.value.indexOf(':');
    this.add('services', item, 0, colon === -1 ? item.value.length : colon);
  }

  private afterPrefix(value: Node): void {
    if (value.kind === 'scalar' && value.value.startsWith('service:')) this.add('services', value, 'service:'.length);
  }

  private extended(value: Node): void {
    if (value.kind === 'scalar') this.add('services', value);
    const mapping = asMapping(value);
    const name = mapping?.scalar('service');
    if (!mapping || !name) return;
    const file = mapping.scalar('file');
    if (!file) this.add('services', name);
    else if (!name.value.includes('$')) {
      this.push('services', name.value, name.spanOf(this.text, 0, name.value.length), name, file.value);
    }
  }

  /** Names, or mappings with a `source`. */
  private sources(section: Section, value: Node): void {
    for (const item of items(value)) {
      this.add(section, item.kind === 'mapping' ? item.scalar('source') : asText(item));
    }
  }

  private volumes(): void {
    for (const { node, type, source } of this.service.volumes) {
      if (type !== 'volume' || !source) continue;
      if (source.text === '' || source.text.includes('$')) continue;
      this.push('volumes', source.text, source.at, (node.kind === 'mapping' && node.scalar('source')) || node);
    }
  }

  private build(build: Mapping | undefined): void {
    if (!build) return;
    const secrets = build.value('secrets');
    if (secrets) this.sources('secrets', secrets);
    const contexts = build.value('additional_contexts');
    if (contexts?.kind === 'mapping') {
      for (const entry of contexts.effective) this.afterPrefix(resolve(entry.value) ?? entry.value);
      return;
    }
    for (const item of items(contexts)) {
      if (item.kind !== 'scalar') continue;
      const service = item.value.indexOf('=service:');
      if (service !== -1) this.add('services', item, service + '=service:'.length);
    }
  }
}
