/** What the repository consists of, for tests that look at all of it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of this repository. */
export const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The text of a file, by its path from the root. */
export function read(file: string): string {
  return readFileSync(path.join(repository, file), 'utf8');
}

/** Paths from the root, with `/`, of the files that are in git or would be added, sorted; of those under `folders`, if any. */
export function trackedFiles(...folders: string[]): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders];
  const output = execFileSync('git', args, { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const files = new Set(output.split('\0').filter((file) => file !== '' && existsSync(path.join(repository, file))));
  return [...files].sort();
}
