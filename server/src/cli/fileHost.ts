import type { Entry, Host } from '../host.ts';
import type { FileSystem } from './io.ts';
import { nameOf, parentPath, pathOf } from './paths.ts';

const LARGEST = 10 * 1024 * 1024;
/** So many are looked through sooner than the disk is asked. */
const FEW_ENTRIES = 64;
/** Names that are written in one way only. */
const ASCII = /^[ -~]*$/;
const decoder = new TextDecoder();

/** What a file's findings depended on outside of it: contents and folders by path, `undefined` where there is nothing. */
export interface Seen {
  readonly files: Map<string, string | undefined>;
  readonly folders: Map<string, string | undefined>;
}

/** The files around, each looked at once. Knows of no engine and no registry. */
export class FileHost implements Host {
  private readonly files: FileSystem;
  private readonly texts = new Map<string, string | undefined>();
  private readonly entries = new Map<string, readonly Entry[] | undefined>();
  private seen: Seen | undefined;

  constructor(files: FileSystem) {
    this.files = files;
  }

  /** Writes down from here on what is looked at. */
  watch(seen: Seen): void {
    this.seen = seen;
  }

  async readFile(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const text = this.textOf(path);
    this.seen?.files.set(path, text);
    return text;
  }

  async list(uri: string): Promise<readonly Entry[] | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const entries = this.entriesOf(path);
    this.seen?.folders.set(path, namesOf(entries));
    return entries;
  }

  async imageTags(): Promise<undefined> {
    return undefined;
  }

  async images(): Promise<undefined> {
    return undefined;
  }

  textOf(path: string): string | undefined {
    if (!this.texts.has(path)) this.texts.set(path, this.readText(path));
    return this.texts.get(path);
  }

  namesOf(path: string): string | undefined {
    return namesOf(this.entriesOf(path));
  }

  /** The file has been written. */
  forget(path: string): void {
    this.texts.delete(path);
  }

  private readText(path: string): string | undefined {
    try {
      if (this.isKnownMissing(path)) return undefined;
      if (this.files.kind(path) !== 'file' || this.files.size(path) > LARGEST) return undefined;
      return decoder.decode(this.files.read(path));
    } catch {
      return undefined;
    }
  }

  /** The folder has been listed, and has nothing of that name. Some disks take large letters for small ones. */
  private isKnownMissing(path: string): boolean {
    const entries = this.entries.get(parentPath(path) ?? '');
    if (entries === undefined || entries.length > FEW_ENTRIES) return false;
    const wanted = nameOf(path).toLowerCase();
    return ASCII.test(wanted) && !entries.some(({ name }) => name.toLowerCase() === wanted);
  }

  private entriesOf(path: string): readonly Entry[] | undefined {
    if (!this.entries.has(path)) this.entries.set(path, this.readEntries(path));
    return this.entries.get(path);
  }

  private readEntries(path: string): readonly Entry[] | undefined {
    try {
      return this.files.list(path).map(({ name, kind }) => ({
        name,
        isDirectory: kind === 'folder' || (kind === 'link' && this.files.kind(`${path}/${name}`) === 'folder'),
      }));
    } catch {
      return undefined;
    }
  }
}

function namesOf(entries: readonly Entry[] | undefined): string | undefined {
  return entries?.map(({ name, isDirectory }) => (isDirectory ? `${name}/` : name)).join('\n');
}
