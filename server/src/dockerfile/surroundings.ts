import ignore from '@balena/dockerignore';
import type { Entry, Host } from '../host.ts';
import type { DockerfileFile } from './model/file.ts';
import { cleanPath, localSources } from './model/sources.ts';
import type { DockerfileSurroundings } from './model/surroundings.ts';

export { cleanPath } from './model/sources.ts';

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
  /** Folders that come before the one the ignore file lies in: what is found in them is not ignored. */
  let before: readonly string[] = [];
  for (const [index, folder] of contexts.entries()) {
    if (ignoreFile !== undefined) break;
    const uri = `${folder}/.dockerignore`;
    const text = await host.readFile(uri);
    if (text === undefined) continue;
    ignoreFile = { uri, text };
    before = contexts.slice(0, index);
  }
  const isIgnored = ignoreFile === undefined ? () => false : ignoreTest(ignoreFile.text);
  const ignored: string[] = [];
  const sources: Record<string, 'file' | 'folder' | 'missing'> = {};
  if (contexts.length > 0) {
    for (const path of contextSources(file)) {
      sources[path] = 'missing';
      let isBefore = false;
      for (const folder of contexts) {
        const kind = await findInContext(folder, path, host);
        if (kind === undefined) continue;
        sources[path] = kind;
        isBefore = before.includes(folder);
        break;
      }
      if (!isBefore && isIgnored(path)) ignored.push(path);
    }
  }
  return { ignoreFile, contextIsKnown: contexts.length > 0, sources, ignored };
}

/**
 * Tells what an ignore file leaves out, itself or with a folder above it. With an exception in the file nothing is sure,
 * and the context as a whole is left out only by a pattern that takes everything (BuildKit's check CopyIgnoredFile).
 */
function ignoreTest(text: string): (path: string) => boolean {
  const patterns: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const own = index === 0 ? line.replace('\uFEFF', '') : line;
    const pattern = own.startsWith('#') ? '' : own.trim();
    if (pattern.startsWith('!')) return () => false;
    if (pattern !== '') patterns.push(cleanPath(pattern));
  }
  const takesAll = patterns.some((pattern) => ['*', '**', '**/*'].includes(pattern));
  try {
    const matcher = ignore({ ignorecase: false }).add(patterns);
    return (path) => (path === '.' ? takesAll : matcher.ignores(path));
  } catch {
    // A pattern that cannot be read fails the build elsewhere.
    return () => false;
  }
}

/** The Dockerfile's folder and those above it up to the repository's root, as far as they can be listed. */
export async function contextFolders(uri: string, host: Host): Promise<string[]> {
  const folders: string[] = [];
  let folder = uri.slice(0, uri.lastIndexOf('/'));
  while (folders.length < HIGHEST) {
    const entries = await host.list(folder);
    if (entries === undefined) break;
    folders.push(folder);
    if (named(entries, '.git') !== undefined) break;
    const slash = folder.lastIndexOf('/');
    // The root of the file system is nobody's build context.
    if (slash <= folder.indexOf('://') + 3) break;
    folder = folder.slice(0, slash);
  }
  return folders;
}

/** Sources of COPY and ADD that lie in the build context and whose text is known, cleaned, each once. */
export function contextSources({ model }: DockerfileFile): Set<string> {
  return new Set(localSources(model).map(({ path }) => path));
}

/** What a path or pattern below a folder is; of several matches the first. */
export async function findInContext(folder: string, path: string, host: Host): Promise<'file' | 'folder' | undefined> {
  if (path === '.') return 'folder';
  const parts = path.split('/');
  let folders = [folder];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const next: string[] = [];
    for (const current of folders) {
      for (const entry of matching((await host.list(current)) ?? noEntries, part)) {
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

/** So many are looked through sooner than put in order. */
const FEW_ENTRIES = 16;
const byName = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();

/** The entry of that name; a host answers with the same list for many files. */
function named(entries: readonly Entry[], name: string): Entry | undefined {
  if (entries.length <= FEW_ENTRIES) return entries.find((entry) => entry.name === name);
  let known = byName.get(entries);
  if (known === undefined) {
    known = new Map(entries.map((entry) => [entry.name, entry]));
    byName.set(entries, known);
  }
  return known.get(name);
}

function matching(entries: readonly Entry[], part: string): readonly Entry[] {
  if (/[*?[\\]/.test(part)) {
    const matches = matcher(part);
    return entries.filter(({ name }) => matches(name));
  }
  const entry = named(entries, part);
  return entry === undefined ? noEntries : [entry];
}

/** Go's path patterns for one component: `*`, `?`, `[…]` and `\`. */
function matcher(part: string): (name: string) => boolean {
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
