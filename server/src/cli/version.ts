import { statSync } from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };

export const { version } = manifest;

/** Tells this build from every other, so that results of another one are not taken for this one's. */
export function programId(): string {
  const program = process.argv[1];
  const stat = program === undefined ? undefined : statSync(program, { throwIfNoEntry: false });
  return `${version} ${stat?.size} ${stat?.mtimeMs}`;
}
