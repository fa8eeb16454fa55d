import type { Dockerfile } from './dockerfile.ts';
import type { Add, Copy, PathArgument } from './instructions.ts';

/**
 * Where a COPY or ADD source that is not in the build context comes from: Git when it is an http(s) URL whose path ends
 * in `.git`, an ssh or git URL, or `user@host:path`; HTTP for the other http(s) URLs (BuildKit). `undefined`: a path.
 */
export function remoteSource(text: string): 'git' | 'http' | undefined {
  if (text.startsWith('./') || text.startsWith('../')) return undefined;
  if (/^https?:\/\//.test(text)) {
    const path = text.replace(/[?#].*$/s, '');
    return path.endsWith('.git') ? 'git' : 'http';
  }
  if (/^(?:ssh|git):\/\//i.test(text)) return 'git';
  if (/^[A-Za-z0-9_-]+@[A-Za-z0-9.-]+:/.test(text)) return 'git';
  return undefined;
}

/** A source of COPY or ADD that lies in the build context. */
export interface LocalSource {
  /** Cleaned, variables expanded. */
  readonly path: string;
  readonly source: PathArgument;
  readonly instruction: Add | Copy;
}

/** Sources of COPY and ADD that lie in the build context and whose text is known. */
export function localSources(model: Dockerfile): readonly LocalSource[] {
  if (copying(model).some(hasVariable)) model.history.note('variables');
  return model.once(readAll);
}

function copying(model: Dockerfile): readonly (Add | Copy)[] {
  return [...model.all('COPY'), ...model.all('ADD')];
}

function hasVariable({ node }: Add | Copy): boolean {
  return node.head.text.includes('$');
}

function readAll(model: Dockerfile): readonly LocalSource[] {
  return copying(model).flatMap((instruction) => read(instruction, model));
}

function read(instruction: Add | Copy, model: Dockerfile): readonly LocalSource[] {
  if (instruction.keyword === 'COPY' && instruction.from !== undefined) return [];
  const found: LocalSource[] = [];
  for (const source of instruction.sources) {
    if (source.heredoc !== undefined) continue;
    const text = model.valueOf(source.source);
    if (text === undefined || remoteSource(text) !== undefined) continue;
    found.push({ path: cleanPath(text), source, instruction });
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
