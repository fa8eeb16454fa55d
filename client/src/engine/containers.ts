import type Dockerode from 'dockerode';
import { bring, call, callFor } from './call.ts';
import {
  decodeList,
  flag,
  inner,
  integer,
  type Json,
  type Listing,
  object,
  objects,
  optionalText,
  requiredText,
  seconds,
  text,
  textMap,
  texts,
} from './decode.ts';

export type ContainerState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

export interface Port {
  /** Address on the engine's machine it is published at; `undefined` when it is only exposed. */
  readonly address?: string;
  readonly publicPort?: number;
  readonly privatePort: number;
  readonly protocol: string;
}

export interface Mount {
  readonly type: string;
  /** Name of the volume, when it is one. */
  readonly volume?: string;
  readonly source: string;
  readonly destination: string;
  readonly writable: boolean;
}

/** A container's place in a network. */
export interface Attachment {
  readonly network: string;
  readonly networkId: string;
  readonly address?: string;
}

/** A container as the engine lists it. */
export interface Container {
  readonly id: string;
  readonly name: string;
  /** The image as it was named when the container was made. */
  readonly image: string;
  readonly imageId: string;
  readonly command: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly state: ContainerState;
  readonly health?: 'starting' | 'healthy' | 'unhealthy';
  /** Exit code of the last run, when it has ended. */
  readonly exitCode?: number;
  readonly ports: readonly Port[];
  readonly labels: ReadonlyMap<string, string>;
  readonly mounts: readonly Mount[];
  readonly networks: readonly Attachment[];
}

/** What a container is made from. */
export interface ContainerOptions {
  readonly image: string;
  readonly name?: string;
  readonly command?: readonly string[];
  /** `NAME=value` each. */
  readonly environment: readonly string[];
  /** Ports to publish; without a host port the engine picks a free one. */
  readonly ports: readonly { readonly container: string; readonly host?: number }[];
  readonly removeWhenDone: boolean;
  /** With a terminal and an open standard input. */
  readonly interactive: boolean;
}

export interface Containers {
  /** All containers. For a moment after an event, the engine's list may still show what was before it. */
  list(): Promise<Listing<Container>>;
  /** One container by id or name, as it is now; `undefined` when there is none. */
  get(id: string): Promise<Container | undefined>;
  /** The engine's whole record. */
  inspect(id: string): Promise<Json>;
  /** Makes a container without starting it. Answers its id. */
  create(options: ContainerOptions): Promise<string>;
  start(id: string): Promise<void>;
  /** Waits for the container's own stop time, usually 10 s, before the engine kills it. */
  stop(id: string): Promise<void>;
  restart(id: string): Promise<void>;
  kill(id: string): Promise<void>;
  pause(id: string): Promise<void>;
  unpause(id: string): Promise<void>;
  /** Removes it, stopping it first when it runs; `volumes` removes its anonymous volumes too. */
  remove(id: string, options: { readonly volumes: boolean }): Promise<void>;
  /** Removes all that do not run. Answers the bytes that became free. */
  prune(): Promise<number>;
}

export function containers(docker: Dockerode): Containers {
  const at = (id: string) => docker.getContainer(id);
  return {
    list: () =>
      call(async () => {
        const answer: unknown = await docker.listContainers({ all: true });
        return decodeList(answer, 'container', decodeContainer);
      }),
    async get(id) {
      const record = await callFor(async () => object(await at(id).inspect(), 'container'));
      return record && decodeInspected(record);
    },
    inspect: (id) => call(async () => object(await at(id).inspect(), 'container')),
    create: (options) => call(async () => (await docker.createContainer(creation(options))).id),
    start: (id) => bring(() => at(id).start()),
    stop: (id) => bring(() => at(id).stop()),
    restart: (id) => bring(() => at(id).restart()),
    kill: (id) => bring(() => at(id).kill()),
    pause: (id) => bring(() => at(id).pause()),
    unpause: (id) => bring(() => at(id).unpause()),
    remove: (id, { volumes }) => bring(() => at(id).remove({ force: true, v: volumes })),
    prune: () => call(async () => integer(object(await docker.pruneContainers(), 'answer'), 'SpaceReclaimed') ?? 0),
  };
}

/** Reads a record of the list. @throws DecodeError when the id is missing; everything else has a default. */
export function decodeContainer(record: Json): Container {
  const id = requiredText(record, 'Id');
  const status = text(record, 'Status');
  const health = healthOf(status);
  const exitCode = exitCodeOf(status);
  return {
    id,
    name:
      texts(record, 'Names')
        .map((name) => name.replace(/^\//, ''))
        .sort(byDepth)[0] ?? id.slice(0, 12),
    image: text(record, 'Image'),
    imageId: text(record, 'ImageID'),
    command: text(record, 'Command'),
    created: seconds(record, 'Created'),
    state: stateOf(text(record, 'State')),
    ...(health && { health }),
    ...(exitCode !== undefined && { exitCode }),
    ports: objects(record, 'Ports').flatMap(decodePort),
    labels: textMap(record, 'Labels'),
    ...placesOf(record),
  };
}

/** Reads an inspected record. @throws DecodeError when the id is missing; everything else has a default. */
export function decodeInspected(record: Json): Container {
  const id = requiredText(record, 'Id');
  const config = inner(record, 'Config');
  const current = inner(record, 'State');
  const state = stateOf(text(current, 'Status'));
  const health = healthStates.find((each) => each === text(inner(current, 'Health'), 'Status'));
  const exitCode = state === 'exited' ? integer(current, 'ExitCode') : undefined;
  return {
    id,
    name: text(record, 'Name').replace(/^\//, '') || id.slice(0, 12),
    image: text(config, 'Image'),
    imageId: text(record, 'Image'),
    command: [text(record, 'Path'), ...texts(record, 'Args')].join(' '),
    created: seconds(record, 'Created'),
    state,
    ...(health && state === 'running' && { health }),
    ...(exitCode !== undefined && { exitCode }),
    ports: Object.entries(inner(inner(record, 'NetworkSettings'), 'Ports')).flatMap(decodeBinding),
    labels: textMap(config, 'Labels'),
    ...placesOf(record),
  };
}

/** What a list and an inspection say in the same way. */
function placesOf(record: Json): Pick<Container, 'mounts' | 'networks'> {
  return {
    mounts: objects(record, 'Mounts').map(decodeMount),
    networks: Object.entries(inner(inner(record, 'NetworkSettings'), 'Networks')).map(([network, settings]) => {
      const fields = typeof settings === 'object' && settings !== null ? (settings as Json) : {};
      const address = optionalText(fields, 'IPAddress') ?? optionalText(fields, 'GlobalIPv6Address');
      return { network, networkId: text(fields, 'NetworkID'), ...(address && { address }) };
    }),
  };
}

/** `80/tcp` with the places it is published at, `null` when it is only exposed. */
function decodeBinding([port, bindings]: [string, unknown]): Port[] {
  const privatePort = Number.parseInt(port, 10);
  if (Number.isNaN(privatePort)) return [];
  const inside = { privatePort, protocol: port.split('/')[1] ?? 'tcp' };
  const places = objects({ bindings }, 'bindings');
  if (places.length === 0) return [inside];
  return places.map((place) => {
    const address = optionalText(place, 'HostIp');
    return { ...inside, publicPort: Number(text(place, 'HostPort')), ...(address && { address }) };
  });
}

function decodePort(record: Json): Port[] {
  const privatePort = integer(record, 'PrivatePort');
  if (privatePort === undefined) return [];
  const publicPort = integer(record, 'PublicPort') || undefined;
  const address = optionalText(record, 'IP');
  return [
    {
      privatePort,
      protocol: text(record, 'Type') || 'tcp',
      ...(publicPort && { publicPort }),
      ...(publicPort && address && { address }),
    },
  ];
}

function decodeMount(record: Json): Mount {
  const type = text(record, 'Type');
  const volume = type === 'volume' ? optionalText(record, 'Name') : undefined;
  return {
    type,
    ...(volume && { volume }),
    source: text(record, 'Source'),
    destination: text(record, 'Destination'),
    writable: flag(record, 'RW'),
  };
}

/** Podman has more words for the same states. */
function stateOf(state: string): ContainerState {
  switch (state.toLowerCase()) {
    case 'running':
    case 'stopping':
      return 'running';
    case 'paused':
      return 'paused';
    case 'restarting':
      return 'restarting';
    case 'removing':
      return 'removing';
    case 'created':
    case 'configured':
    case 'initialized':
      return 'created';
    case 'dead':
      return 'dead';
    default:
      return 'exited';
  }
}

const healthStates = ['starting', 'healthy', 'unhealthy'] as const;

// The list has these only inside a sentence: `Up 2 minutes (health: starting)`, `Exited (137) 3 days ago`.
function healthOf(status: string): Container['health'] {
  if (status.includes('(healthy)')) return 'healthy';
  if (status.includes('(unhealthy)')) return 'unhealthy';
  return /\((?:health: )?starting\)/.test(status) ? 'starting' : undefined;
}

function exitCodeOf(status: string): number | undefined {
  const code = /^Exited \((-?\d+)\)/.exec(status)?.[1];
  return code === undefined ? undefined : Number(code);
}

// A linked container has names such as `/other/alias` besides its own.
function byDepth(a: string, b: string): number {
  return a.split('/').length - b.split('/').length;
}

function creation(options: ContainerOptions): Dockerode.ContainerCreateOptions {
  const interactive = options.interactive;
  return {
    Image: options.image,
    ...(options.name !== undefined && { name: options.name }),
    ...(options.command !== undefined && { Cmd: [...options.command] }),
    Env: [...options.environment],
    Tty: interactive,
    OpenStdin: interactive,
    StdinOnce: interactive,
    AttachStdin: interactive,
    AttachStdout: interactive,
    AttachStderr: interactive,
    ExposedPorts: Object.fromEntries(options.ports.map((port) => [port.container, {}])),
    HostConfig: {
      AutoRemove: options.removeWhenDone,
      PortBindings: Object.fromEntries(
        options.ports.map(({ container, host }) => [container, [{ HostPort: host === undefined ? '' : String(host) }]]),
      ),
    },
  };
}
