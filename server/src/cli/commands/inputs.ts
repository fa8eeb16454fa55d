import type { Arguments } from '../arguments.ts';
import { type Io, UsageError } from '../io.ts';
import { absolutePath, displayPath } from '../paths.ts';
import { reasonOf } from '../reason.ts';
import { walk } from '../walk.ts';

/** What a command works on. */
export type Inputs =
  | { readonly kind: 'stdin'; readonly path: string | undefined }
  | { readonly kind: 'files'; readonly paths: readonly string[]; readonly failed: boolean };

/** Folders are searched, files taken as they are; what does not exist is told and the others are taken. */
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
      case undefined:
        failed = true;
        io.error(`dockwright: there is no file or folder '${name}'\n`);
        break;
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

function kindOf(io: Io, path: string): ReturnType<Io['files']['kind']> {
  try {
    return io.files.kind(path);
  } catch {
    // It is there, and whoever reads it tells why that fails.
    return 'other';
  }
}
