/** A registry of our own on 127.0.0.1, without TLS, which an Engine pushes to and pulls from. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startService, waitFor } from '../../tools/childProcess.ts';
import { findProgram } from './engine.ts';
import { freePort } from './ports.ts';
import { removeFiles, runFolder } from './runFolder.ts';

/** A running registry. */
export interface Registry {
  /** Host and port, the first part of the names of its images. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Why no registry can be started on this machine, or `undefined` when one can. */
export function noRegistryReason(): string | undefined {
  return findProgram('docker-registry') ? undefined : 'docker-registry is not installed (Debian: docker-registry)';
}

/** Starts an empty registry. */
export async function startRegistry(): Promise<Registry> {
  const reason = noRegistryReason();
  if (reason) throw new Error(reason);
  const folder = await runFolder('registry');
  const address = `127.0.0.1:${await freePort()}`;
  const settings = {
    version: 0.1,
    log: { level: 'error' },
    storage: { filesystem: { rootdirectory: path.join(folder, 'data') }, delete: { enabled: true } },
    http: { addr: address },
  };
  // JSON is YAML.
  const config = path.join(folder, 'config.yml');
  await writeFile(config, JSON.stringify(settings));
  const server = await startService(findProgram('docker-registry') ?? 'docker-registry', ['serve', config]);
  const stop = async (): Promise<void> => {
    await server.stop(3_000);
    await removeFiles(folder);
  };
  try {
    await waitFor('the registry to answer', 20_000, async () => {
      if (!server.running()) throw new Error(`the registry ended:\n${server.output()}`);
      return (await fetch(`http://${address}/v2/`)).ok || undefined;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}
