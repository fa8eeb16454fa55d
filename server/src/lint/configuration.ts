import { defaultRuleOptions, type RuleOptions } from './rule.ts';
import type { Level, Profile } from './severity.ts';

/** Levels by rule id or by the name a rule has in another tool, with or without the tool: `hadolint/DL3006`, `DL3006`. */
export type Levels = Readonly<Record<string, Level>>;

/**
 * All that decides which findings a file gets. Immutable; keep the same object for as long as it holds, because what
 * `lint` derives from it is kept with the object.
 */
export interface Configuration {
  readonly profile: Profile;
  /**
   * One record per source, the weakest first: what a later one says of a rule, under whatever name, holds. Within one
   * record the rule's own id beats its names in other tools.
   */
  readonly levels: readonly Levels[];
  readonly options: RuleOptions;
  /** False: comments silence nothing (`disable-ignore-pragma` of hadolint). `# check=` stays, it is part of the build. */
  readonly suppressionComments: boolean;
}

export const defaultConfiguration: Configuration = {
  profile: 'recommended',
  levels: [],
  options: defaultRuleOptions,
  suppressionComments: true,
};
