import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Entry, Host, LocalImage } from '../host.ts';

/** Larger files are not read: none that a language feature looks at is that large. Bytes. */
const LARGEST_FILE = 10 * 1024 * 1024;
/** How long a look at the disk or at the engine counts, in milliseconds. */
const FRESH_FOR = 2000;

export interface HostSources {
  /** Text of an open document, which is newer than the file. */
  openText(uri: string): string | undefined;
  /** Asks the client for the images of the engine; `undefined` when the client cannot. */
  images?: () => Promise<readonly LocalImage[] | undefined>;
  /** Asks the client for the tags of an image repository. */
  imageTags?: (repository: string) => Promise<readonly string[] | undefined>;
}

/** The host over the disk, the open documents and the client. Answers are kept for a moment, and `forget` drops them. */
export class NodeHost implements Host {
  private readonly sources: HostSources;
  private readonly files = new Recent<string | undefined>();
  private readonly folders = new Recent<readonly Entry[] | undefined>();
  private readonly engine = new Recent<readonly LocalImage[] | undefined>();
  private readonly tags = new Recent<readonly string[] | undefined>();

  constructor(sources: HostSources) {
    this.sources = sources;
  }

  async readFile(uri: string): Promise<string | undefined> {
    return this.sources.openText(uri) ?? this.files.get(uri, () => readText(uri));
  }

  list(uri: string): Promise<readonly Entry[] | undefined> {
    return this.folders.get(uri, () => listFolder(uri));
  }

  images(): Promise<readonly LocalImage[] | undefined> {
    const { images } = this.sources;
    return images === undefined ? Promise.resolve(undefined) : this.engine.get('', () => quietly(images));
  }

  imageTags(repository: string): Promise<readonly string[] | undefined> {
    const { imageTags } = this.sources;
    if (imageTags === undefined) return Promise.resolve(undefined);
    return this.tags.get(repository, () => quietly(() => imageTags(repository)));
  }

  forget(): void {
    this.files.clear();
    this.folders.clear();
  }
}

/** Remembers answers by key for a moment; concurrent questions share one answer. */
class Recent<Value> {
  private readonly entries = new Map<string, { readonly at: number; readonly value: Promise<Value> }>();

  get(key: string, ask: () => Promise<Value>): Promise<Value> {
    const now = Date.now();
    const entry = this.entries.get(key);
    if (entry !== undefined && now - entry.at < FRESH_FOR) return entry.value;
    if (this.entries.size > 1000) this.entries.clear();
    const value = ask();
    this.entries.set(key, { at: now, value });
    return value;
  }

  clear(): void {
    this.entries.clear();
  }
}

/** The answer, or `undefined` when asking fails. Clients say `null` where they know nothing: JSON has no `undefined`. */
async function quietly<Value>(ask: () => Promise<Value | null | undefined>): Promise<Value | undefined> {
  try {
    return (await ask()) ?? undefined;
  } catch {
    return undefined;
  }
}

function readText(uri: string): Promise<string | undefined> {
  return quietly(async () => {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const { size } = await stat(path);
    return size > LARGEST_FILE ? undefined : await readFile(path, 'utf8');
  });
}

function listFolder(uri: string): Promise<readonly Entry[] | undefined> {
  return quietly(async () => {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const entries = await readdir(path, { withFileTypes: true });
    return Promise.all(
      entries.map(async (entry) => ({
        name: entry.name,
        isDirectory: entry.isSymbolicLink() ? await isDirectory(`${path}/${entry.name}`) : entry.isDirectory(),
      })),
    );
  });
}

async function isDirectory(path: string): Promise<boolean> {
  return (await quietly(async () => (await stat(path)).isDirectory())) ?? false;
}

/** The path of a file URI; `undefined` for other schemes and for URIs that name no path on this system. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
