import type Dockerode from 'dockerode';
import { call } from './call.ts';
import { object, objects, text } from './decode.ts';
import { EngineError } from './errors.ts';

/** What kind of engine answers. */
export interface EngineVersion {
  readonly product: 'Docker' | 'Podman';
  readonly version: string;
  readonly apiVersion: string;
  /** Operating system of the containers. */
  readonly os: 'linux' | 'windows';
}

/** Milliseconds until an engine that takes connections but does not answer counts as unreachable. */
const helloTime = 10_000;

/** Asks who is there. @throws EngineError also when something answers that is no engine. */
export async function version(docker: Dockerode, signal: AbortSignal): Promise<EngineVersion> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(helloTime)]);
  const tooLate = new Promise<never>((_, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
  });
  const answer: unknown = await call(() => Promise.race([docker.version(), tooLate]));
  if (typeof answer !== 'object' || answer === null || !('ApiVersion' in answer)) {
    throw new EngineError('unreachable', 'Something answers there, but it is not a Docker Engine.');
  }
  const record = object(answer, 'version');
  const podman = objects(record, 'Components').some((component) => text(component, 'Name').startsWith('Podman'));
  return {
    product: podman ? 'Podman' : 'Docker',
    version: text(record, 'Version'),
    apiVersion: text(record, 'ApiVersion'),
    os: text(record, 'Os') === 'windows' ? 'windows' : 'linux',
  };
}

/** Whether the engine's API is at least of a version such as `1.42`. */
export function speaks(engine: EngineVersion, apiVersion: string): boolean {
  return engine.apiVersion.localeCompare(apiVersion, 'en', { numeric: true }) >= 0;
}
