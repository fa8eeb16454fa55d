import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isRunning } from '../../tools/childProcess.ts';

/**
 * Makes a temporary folder for a part of this run. Folders of the same kind whose process ended without removing them are
 * removed first, by `remove` when more than files has to go.
 */
export async function runFolder(
  kind: string,
  remove: (folder: string) => Promise<void> = removeFiles,
): Promise<string> {
  const prefix = `dockwright-${kind}-`;
  for (const name of await readdir(os.tmpdir())) {
    const owner = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (owner !== undefined && !isRunning(Number(owner))) await remove(path.join(os.tmpdir(), name));
  }
  return mkdtemp(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
}

/** Removes a folder, also one that a program that just ended still writes to. */
export async function removeFiles(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
