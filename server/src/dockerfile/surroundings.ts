import type { Entry, Host } from '../host.ts';
import type { DockerfileFile } from './model/file.ts';
import { remoteSource } from './model/sources.ts';
import type { DockerfileSurroundings } from './model/surroundings.ts';

/** Folders above the Dockerfile that are looked at for a build context. */
const HIGHEST = 8;
/** Folders that one pattern may lead into. */
const MOST_FOLDERS = 64;

/** Looks at the ignore file and at what COPY and ADD name. Through `host` only; does not throw. */
export async function surroundings(file: DockerfileFile, host: Host): Promise<DockerfileSurroundings> {
  const contexts = await contextFolders(file.uri, host);
  const own = `${file.uri}.dockerignore`;
  const ownText = await host.readFile(own);
  let ignoreFile = ownText === undefined ? undefined : { uri: own, text: ownText };
  for (const folder of contexts) {
    if (ignoreFile !== undefined) break;
    const uri = `${folder}/.dockerignore`;
    const text = await host.readFile(uri);
    if (text !== undefined) ignoreFile = { uri, text };
  }
  const sources: Record<string, 'file' | 'folder' | 'missing'> = {};
  if (contexts.length > 0) {
    for (const path of contextSources(file)) {
      sources[path] = 'missing';
      for (const folder of contexts) {
        const kind = await find(folder, path, host);
        if (kind === undefined) continue;
        sources[path] = kind;
        break;
      }
    }
  }
  return { ignoreFile, contextIsKnown: contexts.length > 0, sources };
}

/** The Dockerfile's folder and those above it up to the repository's root, as far as they can be listed. */
async function contextFolders(uri: string, host: Host): Promise<string[]> {
  const folders: string[] = [];
  let folder = uri.slice(0, uri.lastIndexOf('/'));
  while (folders.length < HIGHEST) {
    const entries = await host.list(folder);
    if (entries === undefined) break;
    folders.push(folder);
    if (entries.some((entry) => entry.name === '.git')) break;
    const slash = folder.lastIndexOf('/');
    if (slash <= folder.indexOf('://') + 2) break;
    folder = folder.slice(0, slash);
  }
  return folders;
}

/** Sources of COPY and ADD that lie in the build context and whose text is known, cleaned, each once. */
export function contextSources(file: DockerfileFile): Set<string> {
  const found = new Set<string>();
  for (const stage of file.model.stages) {
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      if (instruction.keyword === 'COPY' && instruction.from !== undefined) continue;
      for (const source of instruction.sources) {
        if (source.heredoc !== undefined) continue;
        const text = file.model.variables.valueOf(source.source);
        if (text === undefined || remoteSource(text) !== undefined) continue;
        found.add(cleanPath(text));
      }
    }
  }
  return found;
}

/** A path below the root of the build context: no leading `/`, no `.` or `..`; `.` for the context itself. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

async function find(folder: string, path: string, host: Host): Promise<'file' | 'folder' | undefined> {
  if (path === '.') return 'folder';
  const parts = path.split('/');
  let folders = [folder];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const matches = matcher(part);
    const next: string[] = [];
    for (const current of folders) {
      for (const entry of (await host.list(current)) ?? noEntries) {
        if (!matches(entry.name)) continue;
        if (isLast) return entry.isDirectory ? 'folder' : 'file';
        if (entry.isDirectory && next.length < MOST_FOLDERS) next.push(`${current}/${encodeURIComponent(entry.name)}`);
      }
    }
    if (next.length === 0) return undefined;
    folders = next;
  }
  return undefined;
}

const noEntries: readonly Entry[] = [];

/** Go's path patterns for one component: `*`, `?`, `[…]` and `\`. */
function matcher(part: string): (name: string) => boolean {
  if (!/[*?[\\]/.test(part)) return (name) => name === part;
  let source = '';
  for (let index = 0; index < part.length; index++) {
    const char = part.charAt(index);
    if (char === '*') source += source.endsWith('.*') ? '' : '.*';
    else if (char === '?') source += '.';
    else if (char === '[') {
      const close = part.indexOf(']', index + 1);
      if (close === -1) return () => true;
      source += `[${part.slice(index + 1, close).replace(/[\\[]/g, '\\$&')}]`;
      index = close;
    } else if (char === '\\') source += part.charAt(++index).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    else source += char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  }
  try {
    const pattern = new RegExp(`^${source}$`, 's');
    return (name) => pattern.test(name);
  } catch {
    return () => true;
  }
}
