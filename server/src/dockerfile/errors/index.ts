import type { ErrorFacts, LanguageError } from '../../lint/linted.ts';
import type { DockerfileFile } from '../model/file.ts';

export const errorFacts: readonly ErrorFacts[] = [];

/** Everything for which BuildKit refuses the file, with exact ranges. */
export function errors(file: DockerfileFile): readonly LanguageError[] {
  return file.tree.errors.map(({ id, at, message }) => ({ id, at, message, severity: 'error' }));
}
