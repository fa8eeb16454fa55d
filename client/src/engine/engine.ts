import type Dockerode from 'dockerode';
import type { BuildOptions } from './build.ts';
import type { BuildEvent } from './buildProgress.ts';
import { type Containers, containers } from './containers.ts';
import type { Endpoint } from './endpoint.ts';
import { type EngineEvent, events } from './events.ts';
import { attach, openShell, type TerminalSession } from './exec.ts';
import { type Images, images } from './images.ts';
import { followLogs, type LogEntry } from './logs.ts';
import { type Networks, networks } from './networks.ts';
import type { EngineVersion } from './system.ts';
import { type Volumes, volumes } from './volumes.ts';

/** An engine that answered. Every method throws `EngineError` and nothing else. */
export interface Engine {
  readonly endpoint: Endpoint;
  readonly version: EngineVersion;
  readonly containers: Containers;
  readonly images: Images;
  readonly volumes: Volumes;
  readonly networks: Networks;
  /** Resolves once nothing that happens from now on is missed; the events end with the connection or the signal. */
  events(signal: AbortSignal): Promise<AsyncIterable<EngineEvent>>;
  /** The output of the container of that name over all its runs; `after`, the time of a line, leaves out earlier ones. */
  followLogs(name: string, signal: AbortSignal, after?: string): AsyncIterable<LogEntry>;
  openShell(containerId: string, signal: AbortSignal): Promise<TerminalSession>;
  attach(containerId: string, signal: AbortSignal): Promise<TerminalSession>;
  build(options: BuildOptions, signal: AbortSignal): AsyncIterable<BuildEvent>;
}

export function makeEngine(docker: Dockerode, endpoint: Endpoint, version: EngineVersion): Engine {
  return {
    endpoint,
    version,
    containers: containers(docker),
    images: images(docker),
    volumes: volumes(docker),
    networks: networks(docker),
    events: (signal) => events(docker, signal),
    followLogs: (name, signal, after) => followLogs(docker, name, signal, after),
    openShell: (id, signal) => openShell(docker, version, id, signal),
    attach: (id, signal) => attach(docker, id, signal),
    async *build(options, signal) {
      // What reads BuildKit's messages takes a while to load.
      const { build } = await import('./build.ts');
      yield* build(docker, version, options, signal);
    },
  };
}
