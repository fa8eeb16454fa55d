import { Configurations, type StatedConfiguration } from './configurations.ts';
import { FileHost } from './fileHost.ts';
import type { Io } from './io.ts';
import { Linter, type LintOptions } from './linter.ts';
import type { FileResult } from './results.ts';
import { unknownRulesOfAll } from './ruleFacts.ts';

/** Some of the files of one call, for another thread to lint. Plain data. */
export interface Share {
  readonly configuration: StatedConfiguration;
  readonly options: LintOptions;
  readonly paths: readonly string[];
}

export interface ShareResult {
  /** In the order of the paths; `undefined` for files that are not to be linted, or cannot be. */
  readonly results: readonly (FileResult | undefined)[];
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

/** The paths for each thread; the first part is that of this one. Neighbours go to different threads, as they are alike. */
export function partsOf(paths: readonly string[], threads: Threads | undefined): readonly (readonly string[])[] {
  const count = Math.max(1, Math.min(threads?.count ?? 1, Math.floor(paths.length / FILES_PER_THREAD)));
  return Array.from({ length: count }, (_, part) => paths.filter((__, index) => index % count === part));
}

/** Puts what was found in the parts into the order of the paths. */
export function joined<Result>(parts: readonly (readonly Result[])[]): readonly Result[] {
  const [first = []] = parts;
  return first.flatMap((_, index) => parts.flatMap((part) => part.slice(index, index + 1)));
}

/**
 * Lints files here and, when they are many, in other threads; what a thread could not do, for want of memory perhaps, is
 * done here. Answers in the order of the paths, and has the linter count what was done elsewhere.
 */
export async function lintShared(
  paths: readonly string[],
  linter: Linter,
  threads: Threads | undefined,
  share: Omit<Share, 'paths'>,
  tell: (error: string) => void,
): Promise<readonly (FileResult | undefined)[]> {
  const [own = [], ...others] = partsOf(paths, threads);
  const elsewhere = others.map((part) => threads?.lint({ ...share, paths: part }).catch(() => undefined));
  const parts = [await linter.files(own)];
  for (const [index, part] of others.entries()) {
    const result = await elsewhere[index];
    result?.errors.forEach(tell);
    if (result !== undefined) linter.add(result);
    parts.push(result?.results ?? (await linter.files(part)));
  }
  return joined(parts);
}

/** Lints a share in this thread. Does not throw for what is wrong with files. */
export async function lintShare(io: Io, { configuration, options, paths }: Share): Promise<ShareResult> {
  const errors: string[] = [];
  const own: Io = { ...io, error: (text) => errors.push(text) };
  const configurations = new Configurations(own, { ...configuration, unknownRules: unknownRulesOfAll });
  const linter = new Linter(own, configurations, new FileHost(io.files), options);
  const results = await linter.files(paths);
  const { failed, fixed, fixedFiles } = linter;
  return { results, errors, failed: failed || configurations.failed, fixed, fixedFiles };
}
