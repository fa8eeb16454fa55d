/** Records and an engine in memory, for tests of what lies above the engine. */
import type { BuildOptions } from './build.ts';
import type { BuildEvent } from './buildProgress.ts';
import type { Container, ContainerOptions } from './containers.ts';
import type { Endpoint } from './endpoint.ts';
import type { Engine } from './engine.ts';
import { EngineError } from './errors.ts';
import type { EngineEvent } from './events.ts';
import type { TerminalSession } from './exec.ts';
import type { Image, ImageConfiguration } from './images.ts';
import type { LogEntry } from './logs.ts';
import type { Network } from './networks.ts';
import type { EngineVersion } from './system.ts';
import type { Volume } from './volumes.ts';

/** A running container; its id is its name with `-id`. */
export function aContainer(name: string, fields: Partial<Container> = {}): Container {
  return {
    id: `${name}-id`,
    name,
    image: 'nginx:alpine',
    imageId: 'sha256:nginx',
    command: 'nginx',
    created: 1_700_000_000,
    state: 'running',
    ports: [],
    labels: new Map(),
    mounts: [],
    networks: [],
    ...fields,
  };
}

/** A container of a Compose project. */
export function aService(
  project: string,
  service: string,
  fields: Partial<Container> & { readonly dependsOn?: string } = {},
) {
  const { dependsOn, ...rest } = fields;
  const labels = new Map([
    ['com.docker.compose.project', project],
    ['com.docker.compose.service', service],
    ['com.docker.compose.container-number', '1'],
    ...(dependsOn === undefined ? [] : [['com.docker.compose.depends_on', dependsOn] as const]),
  ]);
  return aContainer(`${project}-${service}-1`, { labels, ...rest });
}

export function anImage(id: string, tags: readonly string[], fields: Partial<Image> = {}): Image {
  return {
    id: `sha256:${id}`,
    tags,
    digests: [],
    created: 1_700_000_000,
    size: 5_000_000,
    labels: new Map(),
    ...fields,
  };
}

export function aVolume(name: string, fields: Partial<Volume> = {}): Volume {
  const mountpoint = `/var/lib/docker/volumes/${name}/_data`;
  return { name, driver: 'local', mountpoint, scope: 'local', created: 0, labels: new Map(), ...fields };
}

export function aNetwork(name: string, fields: Partial<Network> = {}): Network {
  const subnets = ['172.20.0.0/16'];
  return {
    id: `${name}-id`,
    name,
    driver: 'bridge',
    scope: 'local',
    internal: false,
    subnets,
    labels: new Map(),
    ...fields,
  };
}

/** A mount of a named volume. */
export function mountOf(volume: string, destination = '/data') {
  return { type: 'volume', volume, source: volume, destination, writable: true };
}

/** An engine that holds what it is told to and notes every call that changes something, as `start web-id`. */
export class FakeEngine implements Engine {
  endpoint: Endpoint = {
    address: 'unix:///fake.sock',
    source: 'setting',
    transport: { kind: 'socket', path: '/fake.sock' },
  };
  version: EngineVersion = { product: 'Docker', version: '99', apiVersion: '1.50', os: 'linux' };
  readonly world = {
    containers: [] as Container[],
    images: [] as Image[],
    volumes: [] as Volume[],
    networks: [] as Network[],
  };
  readonly calls: string[] = [];
  /** Questions, as `containers` or `containers web-id`. */
  readonly questions: string[] = [];
  /** Calls that fail, by their text in `calls` or `questions`. */
  readonly failures = new Map<string, EngineError>();
  /** Sentences that the next list of containers reports about records it could not read. */
  problems: string[] = [];
  configuration: ImageConfiguration = { exposedPorts: [], entrypoint: [], command: [], environment: [] };
  created: ContainerOptions | undefined;
  built: BuildOptions | undefined;
  buildOutput: readonly BuildEvent[] = [];
  session: TerminalSession | undefined;
  log: readonly LogEntry[] = [];
  #subscribers = new Set<{ push(event: EngineEvent): void; end(): void }>();

  readonly containers: Engine['containers'] = {
    list: async () => {
      this.#ask('containers');
      const { problems } = this;
      this.problems = [];
      return { items: [...this.world.containers], problems };
    },
    get: async (id) => {
      this.#ask(`container ${id}`);
      // As over a socket, other things happen before the answer is there.
      await new Promise((resolve) => setImmediate(resolve));
      return this.world.containers.find((container) => container.id === id);
    },
    inspect: async (id) => this.#ask(`inspect ${id}`, { Id: id }),
    create: async (options) => {
      this.created = options;
      await this.#call(`create ${options.image}`);
      return 'new-id';
    },
    start: (id) => this.#call(`start ${id}`),
    stop: (id) => this.#call(`stop ${id}`),
    restart: (id) => this.#call(`restart ${id}`),
    kill: (id) => this.#call(`kill ${id}`),
    pause: (id) => this.#call(`pause ${id}`),
    unpause: (id) => this.#call(`unpause ${id}`),
    remove: (id, { volumes }) => this.#call(`remove ${id}${volumes ? ' with volumes' : ''}`),
    prune: async () => {
      await this.#call('prune containers');
      return 1_500_000;
    },
  };

  readonly images: Engine['images'] = {
    list: async () => this.#ask('images', { items: [...this.world.images], problems: [] }),
    get: async (reference) =>
      this.#ask(
        `image ${reference}`,
        this.world.images.find(({ id, tags }) => id === reference || tags.includes(reference)),
      ),
    configuration: async (reference) => this.#ask(`configuration ${reference}`, this.configuration),
    inspect: async (reference) => this.#ask(`inspect ${reference}`, { Id: reference }),
    remove: (reference, { force }) => this.#call(`remove ${reference}${force ? ' by force' : ''}`),
    prune: async (which) => {
      await this.#call(`prune ${which} images`);
      return 2_000_000_000;
    },
  };

  readonly volumes: Engine['volumes'] = {
    list: async () => this.#ask('volumes', { items: [...this.world.volumes], problems: [] }),
    get: async (name) =>
      this.#ask(
        `volume ${name}`,
        this.world.volumes.find((volume) => volume.name === name),
      ),
    inspect: async (name) => this.#ask(`inspect ${name}`, { Name: name }),
    remove: (name) => this.#call(`remove ${name}`),
  };

  readonly networks: Engine['networks'] = {
    list: async () => this.#ask('networks', { items: [...this.world.networks], problems: [] }),
    get: async (id) =>
      this.#ask(
        `network ${id}`,
        this.world.networks.find((network) => network.id === id),
      ),
    inspect: async (id) => this.#ask(`inspect ${id}`, { Id: id }),
    remove: (id) => this.#call(`remove ${id}`),
  };

  async events(signal: AbortSignal): Promise<AsyncIterable<EngineEvent>> {
    this.#ask('events');
    const queue: EngineEvent[] = [];
    let wake: () => void = () => undefined;
    let over = false;
    const subscriber = {
      push: (event: EngineEvent) => {
        queue.push(event);
        wake();
      },
      end: () => {
        over = true;
        wake();
      },
    };
    this.#subscribers.add(subscriber);
    signal.addEventListener('abort', subscriber.end);
    return (async function* () {
      for (;;) {
        const event = queue.shift();
        if (event) yield event;
        else if (over) return;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    })();
  }

  followLogs: Engine['followLogs'] = async function* (this: FakeEngine, _name, signal) {
    yield* this.log;
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  };

  async openShell(containerId: string): Promise<TerminalSession> {
    await this.#call(`shell ${containerId}`);
    return this.#session();
  }

  async attach(containerId: string): Promise<TerminalSession> {
    await this.#call(`attach ${containerId}`);
    return this.#session();
  }

  async *build(options: BuildOptions): AsyncGenerator<BuildEvent> {
    this.built = options;
    await this.#call(`build ${options.tag}`);
    yield* this.buildOutput;
  }

  /** Something happened to a thing; what it is like now must be in `world` already. */
  emit(type: string, action: string, id: string, attributes: Readonly<Record<string, string>> = {}): void {
    const event = { type, action, id, attributes: new Map(Object.entries(attributes)), time: '' };
    for (const subscriber of this.#subscribers) subscriber.push(event);
  }

  /** Ends every connection, as an engine that stops does. */
  disconnect(): void {
    for (const subscriber of this.#subscribers) subscriber.end();
    this.#subscribers.clear();
  }

  #session(): TerminalSession {
    if (!this.session) throw new EngineError('notFound', 'The image of this container has no shell.');
    return this.session;
  }

  #ask<T>(question: string, answer?: T): T {
    this.questions.push(question);
    const failure = this.failures.get(question);
    if (failure) throw failure;
    return answer as T;
  }

  async #call(call: string): Promise<void> {
    this.calls.push(call);
    const failure = this.failures.get(call);
    if (failure) throw failure;
  }
}
