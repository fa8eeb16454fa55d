/** A command line without processes and disk; imported by tests only. */
import type { Exit, FileSystem, FolderEntry, Io } from './io.ts';
import { run } from './run.ts';

export interface Outcome {
  readonly exit: Exit;
  readonly out: string;
  readonly error: string;
}

type Content = string | Uint8Array;

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Files in memory, below `/project` unless their path is absolute. What a file may not do stands in `refuse`. */
export class MemoryFiles implements FileSystem {
  readonly contents = new Map<string, Uint8Array>();
  /** Paths that cannot be read or written. */
  readonly refused = new Set<string>();
  reads = 0;

  constructor(files: Readonly<Record<string, Content>>) {
    for (const [path, content] of Object.entries(files)) {
      const absolute = path.startsWith('/') ? path : `/project/${path}`;
      this.contents.set(absolute, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    }
  }

  text(path: string): string | undefined {
    const content = this.contents.get(path.startsWith('/') ? path : `/project/${path}`);
    return content === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  }

  kind(path: string): 'file' | 'folder' | undefined {
    if (this.contents.has(path)) return 'file';
    const prefix = path.endsWith('/') ? path : `${path}/`;
    return path === '/project' || [...this.contents.keys()].some((file) => file.startsWith(prefix))
      ? 'folder'
      : undefined;
  }

  size(path: string): number {
    return this.read(path).length;
  }

  read(path: string): Uint8Array {
    this.reads++;
    const content = this.contents.get(path);
    if (content === undefined) throw failure(this.kind(path) === 'folder' ? 'EISDIR' : 'ENOENT');
    if (this.refused.has(path)) throw failure('EACCES');
    return content;
  }

  list(path: string): readonly FolderEntry[] {
    if (this.refused.has(path)) throw failure('EACCES');
    if (this.kind(path) !== 'folder') throw failure('ENOENT');
    const prefix = path.endsWith('/') ? path : `${path}/`;
    const entries = new Map<string, FolderEntry>();
    for (const file of this.contents.keys()) {
      if (!file.startsWith(prefix)) continue;
      const [name, ...rest] = file.slice(prefix.length).split('/');
      if (name !== undefined) entries.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' });
    }
    return [...entries.values()];
  }

  write(path: string, bytes: Uint8Array): void {
    if (this.refused.has(path)) throw failure('EACCES');
    this.contents.set(path, bytes);
  }
}

export interface Circumstances {
  readonly stdin?: Content;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
}

/** Runs a command line, split at blanks, in `/project`. */
export async function dockwright(files: MemoryFiles, line: string, around: Circumstances = {}): Promise<Outcome> {
  let out = '';
  let error = '';
  const { stdin = '' } = around;
  const io: Io = {
    cwd: '/project',
    environment: around.environment ?? {},
    home: '/home/me',
    files,
    isTerminal: around.isTerminal ?? false,
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  };
  const exit = await run(
    io,
    line.split(' ').filter((part) => part !== ''),
  );
  return { exit, out, error };
}
