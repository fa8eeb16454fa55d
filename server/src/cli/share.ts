import { Configurations, type StatedConfiguration } from './configurations.ts';
import { FileHost } from './fileHost.ts';
import type { Io } from './io.ts';
import { Linter, type LintOptions } from './linter.ts';
import type { FileResult } from './results.ts';
import { unknownRulesOfAll } from './ruleFacts.ts';

/** The files of one call, for several threads to lint. Plain data. */
export interface Share {
  readonly configuration: StatedConfiguration;
  readonly options: LintOptions;
  readonly paths: readonly string[];
  /** One 32-bit integer: how many of the paths some thread has taken. */
  readonly taken: SharedArrayBuffer;
}

/** By the place of the path; `undefined` for files that are not to be linted, or cannot be. */
type Results = Map<number, FileResult | undefined>;

export interface ShareResult {
  readonly results: Results;
  /** What there is to tell besides. */
  readonly errors: readonly string[];
  readonly failed: boolean;
  readonly fixed: number;
  readonly fixedFiles: number;
}

/** Threads that lint besides the one that was started. */
export interface Threads {
  /** How many threads, this one among them, have a processor to run on. */
  readonly count: number;
  /** Rejects when the thread ends before its work. */
  lint(share: Share): Promise<ShareResult>;
}

/** A thread that has to start and warm up pays for more files than these. */
const FILES_PER_THREAD = 100;
/** Paths that a thread takes at a time. */
const TAKEN_AT_ONCE = 8;

/** How many threads lint so many files. */
export function threadsFor(files: number, threads: Threads | undefined): number {
  return Math.max(1, Math.min(threads?.count ?? 1, Math.floor(files / FILES_PER_THREAD)));
}

/**
 * Lints files here and, when they are many, in other threads; what a thread could not do, for want of memory perhaps, is
 * done here. Answers in the order of the paths, and has the linter count what was done elsewhere.
 */
export async function lintShared(
  paths: readonly string[],
  linter: Linter,
  threads: Threads | undefined,
  share: Omit<Share, 'paths' | 'taken'>,
  tell: (error: string) => void,
): Promise<readonly (FileResult | undefined)[]> {
  const others = threadsFor(paths.length, threads) - 1;
  if (threads === undefined || others === 0) return linter.files(paths);
  const whole: Share = { ...share, paths, taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
  const elsewhere = Array.from({ length: others }, () => threads.lint(whole).catch(() => undefined));
  const found = await lintUntaken(linter, whole);
  for (const thread of elsewhere) {
    const result = await thread;
    if (result === undefined) continue;
    result.errors.forEach(tell);
    linter.add(result);
    for (const [index, file] of result.results) found.set(index, file);
  }
  const results: (FileResult | undefined)[] = [];
  for (const [index, path] of paths.entries()) {
    results.push(found.has(index) ? found.get(index) : await linter.file(path));
  }
  return results;
}

/** Lints in this thread what others leave of the files. Does not throw for what is wrong with files. */
export async function lintShare(io: Io, share: Share): Promise<ShareResult> {
  const errors: string[] = [];
  const own: Io = { ...io, error: (text) => errors.push(text) };
  const configurations = new Configurations(own, { ...share.configuration, unknownRules: unknownRulesOfAll });
  const linter = new Linter(own, configurations, new FileHost(io.files), share.options);
  const results = await lintUntaken(linter, share);
  const { failed, fixed, fixedFiles } = linter;
  return { results, errors, failed: failed || configurations.failed, fixed, fixedFiles };
}

/** A few files at a time, so that all threads end together, however fast they are. */
async function lintUntaken(linter: Linter, { paths, taken }: Share): Promise<Results> {
  const count = new Int32Array(taken);
  const results: Results = new Map();
  for (;;) {
    const first = Atomics.add(count, 0, TAKEN_AT_ONCE);
    if (first >= paths.length) return results;
    const found = await linter.files(paths.slice(first, first + TAKEN_AT_ONCE));
    for (const [index, result] of found.entries()) results.set(first + index, result);
  }
}
