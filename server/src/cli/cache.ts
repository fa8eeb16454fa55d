import { createHash } from 'node:crypto';
import type { FileHost, Seen } from './fileHost.ts';
import type { FileSystem } from './io.ts';
import { nameOf } from './paths.ts';
import type { ReportedFinding } from './results.ts';

/** Findings of one file, and all that they depend on. */
interface Entry {
  /** Hash of the file's content. */
  readonly content: string;
  /** Hash of the configuration. */
  readonly configuration: string;
  /** Hashes of the files and folders around that were looked at; `null` where there was nothing. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly folders: Readonly<Record<string, string | null>>;
  readonly findings: readonly ReportedFinding[];
}

interface Stored {
  readonly program: string;
  readonly entries: Record<string, Entry>;
}

/** Findings of earlier runs, kept by the hashes of everything that could change them. */
export class Cache {
  private readonly files: FileSystem;
  private readonly path: string;
  private readonly program: string;
  private readonly before: Readonly<Record<string, Entry>>;
  private readonly after: Record<string, Entry> = {};

  /** @param program tells this program from others that would find something else */
  constructor(files: FileSystem, path: string, program: string) {
    this.files = files;
    this.path = path;
    this.program = program;
    this.before = this.load();
  }

  find(path: string, bytes: Uint8Array, configuration: string, host: FileHost): readonly ReportedFinding[] | undefined {
    const entry = Object.hasOwn(this.before, path) ? this.before[path] : undefined;
    if (entry === undefined || entry.content !== hash(bytes) || entry.configuration !== hash(configuration)) {
      return undefined;
    }
    for (const [file, known] of Object.entries(entry.files)) {
      if (known !== hashOf(host.textOf(file))) return undefined;
    }
    for (const [folder, known] of Object.entries(entry.folders)) {
      if (known !== hashOf(this.withoutCache(host.namesOf(folder)))) return undefined;
    }
    this.after[path] = entry;
    return entry.findings;
  }

  keep(path: string, bytes: Uint8Array, configuration: string, seen: Seen, findings: readonly ReportedFinding[]): void {
    this.after[path] = {
      content: hash(bytes),
      configuration: hash(configuration),
      files: Object.fromEntries([...seen.files].map(([file, text]) => [file, hashOf(text)])),
      folders: Object.fromEntries(
        [...seen.folders].map(([folder, names]) => [folder, hashOf(this.withoutCache(names))]),
      ),
      findings,
    };
  }

  /** Entries of files that were not part of this run stay. @throws what the file system says */
  save(): void {
    const stored: Stored = { program: this.program, entries: { ...this.before, ...this.after } };
    this.files.write(this.path, new TextEncoder().encode(JSON.stringify(stored)));
  }

  /** The cache itself is no reason to lint again. */
  private withoutCache(names: string | undefined): string | undefined {
    const own = nameOf(this.path);
    return names
      ?.split('\n')
      .filter((name) => name !== own)
      .join('\n');
  }

  /** A cache that is damaged, or another program's, is as good as none. */
  private load(): Readonly<Record<string, Entry>> {
    try {
      const stored = JSON.parse(new TextDecoder().decode(this.files.read(this.path))) as Partial<Stored>;
      return stored.program === this.program && typeof stored.entries === 'object' ? stored.entries : {};
    } catch {
      return {};
    }
  }
}

function hash(content: Uint8Array | string): string {
  return createHash('sha1').update(content).digest('base64');
}

function hashOf(text: string | undefined): string | null {
  return text === undefined ? null : hash(text);
}
