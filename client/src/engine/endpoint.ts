/**
 * Where an engine can be reached: the setting, the environment, the active docker context, and the places where engines
 * put their sockets. Nothing here opens a connection.
 */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { EngineError } from './errors.ts';

/** Certificates for TLS, as PEM text. */
export interface Tls {
  readonly ca?: string;
  readonly certificate?: string;
  readonly key?: string;
  readonly verify: boolean;
}

/** How to reach an engine. */
export type Transport =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly tls?: Tls }
  | {
      readonly kind: 'ssh';
      readonly host: string;
      readonly port?: number;
      readonly user?: string;
      /** The engine's socket over there, when it is not the usual one. */
      readonly socketPath?: string;
    };

export type EndpointSource = 'setting' | 'DOCKER_HOST' | 'context' | 'socket';

/** A place where an engine may answer. */
export interface Endpoint {
  /** As people write it: `unix:///var/run/docker.sock`, `tcp://host:2376`. */
  readonly address: string;
  readonly source: EndpointSource;
  /** Name of the docker context it comes from. */
  readonly context?: string;
  readonly transport: Transport;
}

/** What the search for an engine may look at. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
  /** The user's numeric id; `undefined` on Windows. */
  readonly userId: number | undefined;
  /** Text of a file, `undefined` when it cannot be read. */
  readFile(path: string): Promise<string | undefined>;
  exists(path: string): Promise<boolean>;
}

/**
 * The places to try, in order. The setting, `DOCKER_HOST` and a docker context are what the user said, so they stand
 * alone; without them, every usual socket that exists.
 * @throws EngineError when what the user said cannot be understood or does not exist.
 */
export async function findEndpoints(setting: string, around: Surroundings): Promise<readonly Endpoint[]> {
  if (setting.trim() !== '') return [{ ...parseAddress(setting, await environmentTls(around)), source: 'setting' }];
  const host = around.env.DOCKER_HOST;
  if (host) return [{ ...parseAddress(host, await environmentTls(around)), source: 'DOCKER_HOST' }];
  const context = await activeContext(around);
  if (context !== undefined) return [await contextEndpoint(context, around)];
  const endpoints: Endpoint[] = [];
  for (const path of usualSockets(around)) {
    if (!(await around.exists(path))) continue;
    const scheme = around.platform === 'win32' ? 'npipe' : 'unix';
    endpoints.push({ address: `${scheme}://${path}`, source: 'socket', transport: { kind: 'socket', path } });
  }
  return endpoints;
}

/** The files whose change may mean another engine: the docker configuration, which names the active context. */
export function configurationFile(around: Pick<Surroundings, 'env' | 'home'>): string {
  return posix.join(configurationFolder(around), 'config.json');
}

/** The sockets and pipes where engines usually listen, the most likely first. */
export function usualSockets(around: Pick<Surroundings, 'platform' | 'env' | 'home' | 'userId'>): readonly string[] {
  if (around.platform === 'win32') {
    return ['//./pipe/docker_engine', '//./pipe/dockerDesktopLinuxEngine', '//./pipe/podman-machine-default'];
  }
  const home = (path: string) => posix.join(around.home, path);
  const runtime = around.env.XDG_RUNTIME_DIR || (around.userId === undefined ? '' : `/run/user/${around.userId}`);
  const inRuntime = (path: string) => (runtime === '' ? [] : [posix.join(runtime, path)]);
  return [
    '/var/run/docker.sock',
    ...inRuntime('docker.sock'),
    home('.docker/run/docker.sock'),
    home('.docker/desktop/docker.sock'),
    home('.orbstack/run/docker.sock'),
    home('.colima/default/docker.sock'),
    home('.config/colima/default/docker.sock'),
    home('.colima/docker.sock'),
    home('.rd/docker.sock'),
    home('.lima/docker/sock/docker.sock'),
    ...inRuntime('podman/podman.sock'),
    home('.local/share/containers/podman/machine/podman.sock'),
    '/run/podman/podman.sock',
  ];
}

/** Whether a socket is one of Podman's. */
export function isPodmanSocket(endpoint: Endpoint): boolean {
  return endpoint.transport.kind === 'socket' && endpoint.transport.path.includes('podman');
}

/**
 * Understands `unix://`, `npipe://`, `tcp://`, `http://`, `https://`, `ssh://`, a bare `host:port` and a bare path.
 * @throws EngineError when the text is none of them.
 */
export function parseAddress(address: string, tls?: Tls): Pick<Endpoint, 'address' | 'transport'> {
  const written = address.trim();
  const [, scheme = '', rest = written] = /^([a-z]+):\/\/(.*)$/i.exec(written) ?? [];
  switch (scheme.toLowerCase()) {
    case 'unix':
    case 'npipe':
      return { address: written, transport: { kind: 'socket', path: rest || defaultSocket(scheme) } };
    case '':
      if (/^(\/|\\\\|[a-z]:\\)/i.test(written)) {
        return { address: `unix://${written}`, transport: { kind: 'socket', path: written } };
      }
      return tcp(`tcp://${written}`, tls);
    case 'tcp':
    case 'http':
      return tcp(written, tls);
    case 'https':
      return tcp(written, tls ?? { verify: true });
    case 'ssh':
      return ssh(written);
    default:
      throw notAnAddress(written);
  }
}

function tcp(address: string, tls: Tls | undefined): Pick<Endpoint, 'address' | 'transport'> {
  const url = parseUrl(address);
  const port = url.port === '' ? (tls ? 2376 : 2375) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { address, transport: tls ? { kind: 'tcp', host, port, tls } : { kind: 'tcp', host, port } };
}

function ssh(address: string): Pick<Endpoint, 'address' | 'transport'> {
  const url = parseUrl(address);
  if (url.password !== '') {
    throw new EngineError('unreachable', 'An ssh:// address cannot hold a password; use a key and an SSH agent.');
  }
  return {
    address,
    transport: {
      kind: 'ssh',
      host: url.hostname.replace(/^\[|\]$/g, ''),
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      ...(url.username === '' ? {} : { user: decodeURIComponent(url.username) }),
      ...(url.pathname === '' || url.pathname === '/' ? {} : { socketPath: url.pathname }),
    },
  };
}

function parseUrl(address: string): URL {
  try {
    // The URL class gives host and port only to the schemes it knows.
    const url = new URL(address.replace(/^[a-z]+:/i, 'ftp:'));
    if (url.hostname !== '' && !url.hostname.startsWith('-')) return url;
  } catch {
    // Told below.
  }
  throw notAnAddress(address);
}

function notAnAddress(address: string): EngineError {
  const forms = 'unix:///path/docker.sock, npipe:////./pipe/name, tcp://host:port or ssh://user@host';
  return new EngineError('unreachable', `'${address}' is not the address of an engine. Use ${forms}.`);
}

function defaultSocket(scheme: string): string {
  return scheme.toLowerCase() === 'npipe' ? '//./pipe/docker_engine' : '/var/run/docker.sock';
}

/** As the docker command line does: TLS when `DOCKER_TLS_VERIFY` is set, files from `DOCKER_CERT_PATH` or `~/.docker`. */
async function environmentTls(around: Surroundings): Promise<Tls | undefined> {
  if (!around.env.DOCKER_TLS_VERIFY) return undefined;
  return readTls(around.env.DOCKER_CERT_PATH || configurationFolder(around), true, around);
}

async function readTls(folder: string, verify: boolean, around: Surroundings): Promise<Tls> {
  const [ca, certificate, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => around.readFile(posix.join(folder, name))),
  );
  return { verify, ...(ca && { ca }), ...(certificate && { certificate }), ...(key && { key }) };
}

function configurationFolder(around: Pick<Surroundings, 'env' | 'home'>): string {
  return around.env.DOCKER_CONFIG || posix.join(around.home, '.docker');
}

/** Name of the docker context in use, `undefined` for the default one, which means the usual sockets. */
async function activeContext(around: Surroundings): Promise<string | undefined> {
  const named = around.env.DOCKER_CONTEXT || (await configuredContext(around));
  return named === 'default' ? undefined : named;
}

async function configuredContext(around: Surroundings): Promise<string | undefined> {
  const text = await around.readFile(configurationFile(around));
  return text === undefined ? undefined : textAt(parseJson(text), 'currentContext');
}

async function contextEndpoint(name: string, around: Surroundings): Promise<Endpoint> {
  const folder = configurationFolder(around);
  const hash = createHash('sha256').update(name).digest('hex');
  const text = await around.readFile(posix.join(folder, 'contexts', 'meta', hash, 'meta.json'));
  if (text === undefined) throw new EngineError('unreachable', `The docker context '${name}' does not exist.`);
  const docker = at(at(parseJson(text), 'Endpoints'), 'docker');
  const host = textAt(docker, 'Host');
  if (!host) throw new EngineError('unreachable', `The docker context '${name}' names no Docker endpoint.`);
  const tlsFolder = posix.join(folder, 'contexts', 'tls', hash, 'docker');
  const material = await readTls(tlsFolder, at(docker, 'SkipTLSVerify') !== true, around);
  const tls = material.ca || material.certificate || at(docker, 'SkipTLSVerify') === true ? material : undefined;
  return { ...parseAddress(host, tls), source: 'context', context: name };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function at(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

function textAt(value: unknown, field: string): string | undefined {
  const found = at(value, field);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
