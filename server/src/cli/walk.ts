import ignore, { type Ignore } from 'ignore';
import { languageIdOf } from '../languageIds.ts';
import type { FileSystem, FolderEntry } from './io.ts';
import { childPath, nameOf, parentPath } from './paths.ts';

const NEVER = new Set(['node_modules', '.git']);

/** The patterns of one `.gitignore`, with the folder it speaks of. */
interface Ignores {
  readonly folder: string;
  readonly patterns: Ignore;
}

/**
 * The files below a folder that are wanted, those that Dockwright knows by name unless told, in order of path. Leaves out
 * what `.gitignore` files name (those of the folders above, up to the repository's root, count too), `node_modules` and
 * `.git`; does not follow links to folders. A folder that cannot be read is told and passed over.
 */
export function walk(
  folder: string,
  files: FileSystem,
  tell: (path: string, error: unknown) => void,
  isWanted = (path: string): boolean => languageIdOf(nameOf(path)) !== undefined,
): string[] {
  const found: string[] = [];
  const visit = (current: string, ignores: readonly Ignores[]): void => {
    let entries: FolderEntry[];
    try {
      entries = [...files.list(current)];
    } catch (error) {
      tell(current, error);
      return;
    }
    const own = entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file')
      ? [...ignores, ...gitignoreOf(current, files)]
      : ignores;
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, kind } of entries) {
      const path = childPath(current, name);
      if (kind === 'folder') {
        if (!NEVER.has(name) && !isGitignored(`${path}/`, own)) visit(path, own);
      } else if (isWanted(path) && !isGitignored(path, own)) {
        if (kind === 'file' || (kind === 'link' && files.kind(path) === 'file')) found.push(path);
      }
    }
  };
  visit(folder, inherited(folder, files));
  return found;
}

/** Those of the folders above, outermost first, if the folder is part of a repository. */
function inherited(folder: string, files: FileSystem): Ignores[] {
  const found: Ignores[] = [];
  let current = folder;
  while (files.kind(childPath(current, '.git')) === undefined) {
    const parent = parentPath(current);
    if (parent === undefined) return [];
    current = parent;
    if (files.kind(childPath(current, '.gitignore')) === 'file') found.unshift(...gitignoreOf(current, files));
  }
  return found;
}

function gitignoreOf(folder: string, files: FileSystem): Ignores[] {
  try {
    const text = new TextDecoder().decode(files.read(childPath(folder, '.gitignore')));
    return [{ folder, patterns: ignore({ ignorecase: false }).add(text) }];
  } catch {
    return [];
  }
}

/** The innermost file that says something about the path decides. */
function isGitignored(path: string, ignores: readonly Ignores[]): boolean {
  for (let index = ignores.length - 1; index >= 0; index--) {
    const entry = ignores[index];
    if (entry === undefined) continue;
    const prefix = entry.folder.endsWith('/') ? entry.folder : `${entry.folder}/`;
    const { ignored, unignored } = entry.patterns.test(path.slice(prefix.length));
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}
