/** Real files to try things on: the samples of this repository, synthetic ones, and, where it is there, a folder of real projects. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type LanguageId, languageIdOf } from '../../server/src/languageIds.ts';
import { generate } from '../../tools/bench/gen.mjs';
import { repository } from '../support/repository.ts';

export interface CorpusFile {
  readonly name: string;
  readonly text: string;
  /** One of this repository. */
  readonly isSample: boolean;
}

/** A folder of real projects beside the repository; most machines have none. */
const realProjects = join(repository, '../shared/corpus');

export const hasRealProjects = existsSync(realProjects);

/** All files of a language. */
export function corpus(language: LanguageId): CorpusFile[] {
  const kind = language === 'compose' ? 'compose' : 'dockerfile';
  const synthetic =
    language === 'dockerignore'
      ? []
      : [40, 120, 400].map((lines) => ({
          name: `synthetic ${kind} of ${lines} lines`,
          text: generate(kind, lines, lines),
          isSample: false,
        }));
  return [...filesBelow(join(repository, 'samples'), language), ...filesBelow(realProjects, language), ...synthetic];
}

function filesBelow(folder: string, language: LanguageId): CorpusFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && languageIdOf(entry.name) === language)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      name: relative(folder, path),
      text: readFileSync(path, 'utf8'),
      isSample: folder !== realProjects,
    }));
}

/** A fixed sequence of numbers from 0 to 1, the same in every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The text with a few random deletions, insertions, repetitions and swaps. */
export function mutate(text: string, next: () => number, pieces: readonly string[]): string {
  let result = text;
  const times = 1 + Math.floor(next() * 4);
  for (let time = 0; time < times; time++) {
    const start = Math.floor(next() * (result.length + 1));
    const length = Math.floor(next() * 20);
    const removed = result.slice(start, start + length);
    const piece = pieces[Math.floor(next() * pieces.length)] ?? '';
    const choice = next();
    const middle = choice < 0.3 ? '' : choice < 0.7 ? piece + removed : choice < 0.85 ? removed + removed : piece;
    result = result.slice(0, start) + middle + result.slice(start + length);
  }
  return result;
}
