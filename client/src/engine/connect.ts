import { access, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import type Dockerode from 'dockerode';
import { type Endpoint, findEndpoints, isPodmanSocket, type Surroundings } from './endpoint.ts';
import { type Engine, makeEngine } from './engine.ts';
import { EngineError, toEngineError } from './errors.ts';
import { version } from './system.ts';
import { openTransport } from './transport.ts';

/** This machine, as the search for an engine sees it. */
export function thisMachine(): Surroundings {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    userId: process.getuid?.(),
    readFile: (path) => readFile(path, 'utf8').catch(() => undefined),
    exists: (path) =>
      access(path).then(
        () => true,
        () => false,
      ),
  };
}

/** What a search for an engine needs; `log` gets a line for every place that was tried in vain. */
export interface Search {
  readonly surroundings: Surroundings;
  readonly log: (line: string) => void;
  /** Opens a client; for tests, another than dockerode's. */
  readonly open?: (endpoint: Endpoint) => Promise<Dockerode>;
}

/**
 * Finds the engine that the setting, the environment or the usual places name, and talks to it for the first time.
 * @throws EngineError of the place that mattered most: one that denied access, else the first.
 */
export async function connect(setting: string, search: Search, signal: AbortSignal): Promise<Engine> {
  const endpoints = await findEndpoints(setting, search.surroundings);
  const failures: EngineError[] = [];
  for (const endpoint of endpoints) {
    const denied = failures.find((failure) => failure.kind === 'denied');
    // A Docker socket that may not be used tells what the user works with; Podman would show other containers.
    if (denied && isPodmanSocket(endpoint)) continue;
    try {
      const docker = await (search.open ?? openTransport)(endpoint);
      return makeEngine(docker, endpoint, await version(docker, signal));
    } catch (error) {
      if (signal.aborted) throw error;
      const failure = toEngineError(error);
      search.log(`${endpoint.address}: ${failure.message}`);
      failures.push(new EngineError(failure.kind, `${endpoint.address}: ${failure.message}`, { cause: failure }));
    }
  }
  const failure = failures.find((each) => each.kind === 'denied') ?? failures[0];
  throw failure ?? new EngineError('unreachable', 'There is no Docker or Podman socket in any of the usual places.');
}
