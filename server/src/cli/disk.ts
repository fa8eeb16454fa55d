import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileSystem, FolderEntry } from './io.ts';

/** The real disk. */
export const disk: FileSystem = {
  kind(path) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
  },
  size: (path) => statSync(path).size,
  read: (path) => readFileSync(path),
  list: (path) =>
    readdirSync(path, { withFileTypes: true }).map(
      (entry): FolderEntry => ({
        name: entry.name,
        kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other',
      }),
    ),
  write(path, bytes) {
    const known = statSync(path, { throwIfNoEntry: false });
    // Devices and pipes take what they get; a file put in their place would be the end of them.
    if (known !== undefined && !known.isFile()) {
      writeFileSync(path, bytes);
      return;
    }
    const target = known === undefined ? path : realpathSync(path);
    const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    const handle = openSync(draft, 'wx', known?.mode);
    try {
      try {
        writeFileSync(handle, bytes);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      // The mask of the process may have taken bits off.
      if (known !== undefined) chmodSync(draft, known.mode);
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  },
};
