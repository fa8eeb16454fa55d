import { languageIdOf } from '../../languageIds.ts';
import { glob } from '../../lint/glob.ts';
import type { Arguments } from '../arguments.ts';
import { type Io, UsageError } from '../io.ts';
import { absolutePath, displayPath, nameOf } from '../paths.ts';
import { reasonOf } from '../reason.ts';
import { walk } from '../walk.ts';

/** What a command works on. */
export type Inputs =
  | { readonly kind: 'stdin'; readonly path: string | undefined }
  | { readonly kind: 'files'; readonly paths: readonly string[]; readonly failed: boolean };

/** Folders are searched, globs expanded, files taken as they are; what does not exist is told and the others are taken. */
export function inputsOf(io: Io, args: Arguments): Inputs {
  const filename = args.value('stdin-filename');
  const named = args.positionals.length > 0 ? args.positionals : filename === undefined ? ['.'] : ['-'];
  if (named.includes('-')) {
    if (named.length > 1) throw new UsageError("Standard input ('-') cannot be combined with files.");
    return { kind: 'stdin', path: filename === undefined ? undefined : absolutePath(io.cwd, filename) };
  }
  if (filename !== undefined) throw new UsageError("'--stdin-filename' goes with '-' only.");
  let failed = false;
  const tell = (path: string, error: unknown): void => {
    failed = true;
    io.error(`dockwright: ${displayPath(io.cwd, path)} cannot be searched: ${reasonOf(error)}\n`);
  };
  const paths = new Set<string>();
  for (const name of named) {
    const path = absolutePath(io.cwd, name);
    switch (kindOf(io, path)) {
      case undefined: {
        const matching = filesMatching(name, io, tell);
        for (const file of matching) paths.add(file);
        if (matching.length > 0) break;
        failed = true;
        io.error(`dockwright: there is no file or folder '${name}'\n`);
        break;
      }
      case 'folder':
        for (const file of walk(path, io.files, tell)) paths.add(file);
        break;
      default:
        paths.add(path);
    }
  }
  if (paths.size === 0 && !failed) io.error(`dockwright: no Dockerfile or Compose file in ${named.join(', ')}\n`);
  return { kind: 'files', paths: [...paths], failed };
}

/** What a glob that no shell expanded stands for. Where its last part is but stars, files that are known by name. */
function filesMatching(name: string, io: Io, tell: Parameters<typeof walk>[2]): readonly string[] {
  const parts = name.replaceAll('\\', '/').split('/');
  const first = parts.findIndex((part) => /[*?[{]/.test(part));
  if (first === -1) return [];
  const folder = absolutePath(io.cwd, parts.slice(0, first).join('/') || (name.startsWith('/') ? '/' : '.'));
  if (kindOf(io, folder) !== 'folder') return [];
  const matches = glob(`./${parts.slice(first).join('/')}`);
  const takesAll = /^\*+$/.test(parts.at(-1) ?? '');
  return walk(folder, io.files, tell, (path) => {
    return matches(displayPath(folder, path)) && (!takesAll || languageIdOf(nameOf(path)) !== undefined);
  });
}

function kindOf(io: Io, path: string): ReturnType<Io['files']['kind']> {
  try {
    return io.files.kind(path);
  } catch {
    // It is there, and whoever reads it tells why that fails.
    return 'other';
  }
}
