/** The files of a build, packed as the engine takes them. */
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pack } from 'tar-stream';

export interface PackedContext {
  /** A tar archive. Fails when a file cannot be read. */
  readonly archive: Readable;
  /** Path of the Dockerfile inside the archive. */
  readonly dockerfile: string;
}

/**
 * Packs a folder without what its ignore file leaves out: `<Dockerfile>.dockerignore` when there is one, else
 * `.dockerignore`. The Dockerfile always comes along, also from outside the folder.
 */
export async function packContext(folder: string, dockerfile: string, signal: AbortSignal): Promise<PackedContext> {
  const [{ pack }, { default: dockerignore }] = await Promise.all([
    import('tar-stream'),
    import('@balena/dockerignore'),
  ]);
  const patterns = (await textOf(`${dockerfile}.dockerignore`)) ?? (await textOf(join(folder, '.dockerignore'))) ?? '';
  const ignore = dockerignore({ ignorecase: false }).add(patterns);
  const inside = relative(folder, dockerfile);
  const outside = inside.startsWith('..') || isAbsolute(inside);
  const name = outside ? '.dockwright.Dockerfile' : posix(inside);
  const tar = pack();
  const selection: Selection = {
    folder,
    keeps: (path) => path === name || !ignore.ignores(path),
    // A pattern such as `!src/main.c` brings back files of a folder that is left out.
    enters: (path) => /^\s*!/m.test(patterns) || name.startsWith(`${path}/`),
  };
  const fill = async () => {
    if (outside) await addFile(tar, dockerfile, name, signal);
    await addFolder(tar, '', selection, signal);
    tar.finalize();
  };
  fill().catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))));
  return { archive: tar, dockerfile: name };
}

interface Selection {
  readonly folder: string;
  /** Whether the path, relative to the folder and with slashes, goes into the archive. */
  keeps(path: string): boolean;
  /** Whether a folder that does not may contain something that does. */
  enters(path: string): boolean;
}

async function addFolder(tar: Pack, path: string, selection: Selection, signal: AbortSignal): Promise<void> {
  for (const entry of await readdir(join(selection.folder, path), { withFileTypes: true })) {
    signal.throwIfAborted();
    const child = path === '' ? entry.name : `${path}/${entry.name}`;
    const kept = selection.keeps(child);
    if (kept) await addFile(tar, join(selection.folder, child), child, signal);
    if (entry.isDirectory() && (kept || selection.enters(child))) await addFolder(tar, child, selection, signal);
  }
}

async function addFile(tar: Pack, file: string, name: string, signal: AbortSignal): Promise<void> {
  const status = await lstat(file);
  // Windows has no executable bit, so everything gets it, as with the docker command line.
  const mode = process.platform === 'win32' ? 0o755 : status.mode & 0o7777;
  const header = { name, mode, mtime: status.mtime };
  if (status.isDirectory()) tar.entry({ ...header, type: 'directory' });
  else if (status.isSymbolicLink()) tar.entry({ ...header, type: 'symlink', linkname: posix(await readlink(file)) });
  else if (status.isFile()) {
    const entry = tar.entry({ ...header, type: 'file', size: status.size });
    if (status.size === 0) entry.end();
    // A file that grows while it is read must not become longer than its header says.
    else await pipeline(createReadStream(file, { end: status.size - 1 }), entry, { signal });
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

function posix(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
