/** Paths of the command line are absolute and have `/` between their parts, on Windows too. */
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export function absolutePath(cwd: string, path: string): string {
  return resolve(cwd, path).replaceAll('\\', process.platform === 'win32' ? '/' : '\\');
}

export function childPath(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** `undefined` for the root. */
export function parentPath(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  if (slash === -1 || slash === path.length - 1) return undefined;
  // The roots are `/` and `C:/`.
  return slash === 0 || path[slash - 1] === ':' ? path.slice(0, slash + 1) : path.slice(0, slash);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** How a person who stands in `cwd` writes the path. */
export function displayPath(cwd: string, path: string): string {
  const prefix = cwd.endsWith('/') ? cwd : `${cwd}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

export function uriOf(path: string): string {
  if (process.platform !== 'win32' && /^[\w/.-]*$/.test(path)) return `file://${path}`;
  return pathToFileURL(path).href;
}

/** `undefined` for URIs that are no files. */
export function pathOf(uri: string): string | undefined {
  // Most URIs need no decoding, and parsing one takes longer than asking for what it names.
  if (process.platform !== 'win32' && /^file:\/\/\/[^%?#]*$/.test(uri)) return uri.slice('file://'.length);
  try {
    return fileURLToPath(uri).replaceAll('\\', process.platform === 'win32' ? '/' : '\\');
  } catch {
    return undefined;
  }
}
