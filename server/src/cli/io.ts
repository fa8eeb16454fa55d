import type { Threads } from './share.ts';

/** An entry of a folder as the command line sees it. Links are told apart from what they lead to. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** Files by absolute path. Where nothing else is said, a method throws what the operating system says. */
export interface FileSystem {
  /** What a path is, links followed; `undefined` when there is nothing. */
  kind(path: string): 'file' | 'folder' | 'other' | undefined;
  /** Size in bytes. */
  size(path: string): number;
  read(path: string): Uint8Array;
  list(path: string): readonly FolderEntry[];
  /** Writes the whole file or leaves it as it was; keeps its mode, and a link stays a link. */
  write(path: string, bytes: Uint8Array): void;
}

/** All that the command line touches outside of itself. */
export interface Io {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly files: FileSystem;
  /** For linting many files; without it, one is linted after another. */
  readonly threads?: Threads;
  /** Colours and such make sense on standard output. */
  readonly isTerminal: boolean;
  /** Everything on standard input. */
  stdin(): Promise<Uint8Array>;
  out(text: string): void;
  error(text: string): void;
}

/** How the command line ends. */
export const EXIT = {
  ok: 0,
  /** Something was found. */
  findings: 1,
  /** It was called wrongly, or could not do its work. */
  failure: 2,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with a message for the person who called it. */
export class UsageError extends Error {}
