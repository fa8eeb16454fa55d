import type { Dockerfile } from '../../dockerfile/model/dockerfile.ts';
import type { Project } from './project.ts';

/** What is known of the files that make up a project together with the one at hand. */
export interface ProjectContext {
  /** True when the folder of the file could be looked at. */
  readonly isKnown: boolean;
  /** Projects of weaker files, which this one overrides. */
  readonly bases: readonly Project[];
  /** Projects of stronger files, which override this one. */
  readonly overrides: readonly Project[];
  /** Other Compose files of the folder, with which this one may be used or not. */
  readonly siblings: readonly Project[];
  /** Variables of the `.env` file of the project's folder; `undefined` when there is none. */
  readonly environment: ReadonlyMap<string, string> | undefined;
  /** Another Compose file, by its path as the file at hand writes it: one that is included or extended. */
  file(path: string): Project | undefined;
  /** A Dockerfile by its address. */
  dockerfile(uri: string): Dockerfile | undefined;
  /** What is at an address; `undefined` when that was not looked at. */
  kindOf(uri: string): 'file' | 'folder' | 'missing' | undefined;
}

export const emptyContext: ProjectContext = {
  isKnown: false,
  bases: [],
  overrides: [],
  siblings: [],
  environment: undefined,
  file: () => undefined,
  dockerfile: () => undefined,
  kindOf: () => undefined,
};
