/** Types of `RUN --mount`; `bind` when none is given (BuildKit). */
export const mountTypes = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'] as const;

export type MountType = (typeof mountTypes)[number];

/** What the value of a mount option is. `switch` may stand without a value. */
export type MountValue =
  | 'type'
  | 'containerPath'
  | 'sourcePath'
  | 'from'
  | 'switch'
  | 'id'
  | 'sharing'
  | 'size'
  | 'mode'
  | 'number'
  | 'environmentName';

export interface MountKeyFacts {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The types for which it has an effect. */
  readonly types: readonly MountType[];
  readonly value: MountValue;
}

/** Options of `RUN --mount`, in the order people write them (BuildKit). */
export const mountKeyFacts: readonly MountKeyFacts[] = [
  { name: 'type', aliases: [], types: mountTypes, value: 'type' },
  { name: 'target', aliases: ['dst', 'destination'], types: mountTypes, value: 'containerPath' },
  { name: 'source', aliases: ['src'], types: ['bind', 'cache', 'secret'], value: 'sourcePath' },
  { name: 'from', aliases: [], types: ['bind', 'cache'], value: 'from' },
  { name: 'id', aliases: [], types: ['cache', 'secret', 'ssh'], value: 'id' },
  { name: 'sharing', aliases: [], types: ['cache'], value: 'sharing' },
  { name: 'readonly', aliases: ['ro'], types: mountTypes, value: 'switch' },
  { name: 'readwrite', aliases: ['rw'], types: mountTypes, value: 'switch' },
  { name: 'required', aliases: [], types: ['secret', 'ssh'], value: 'switch' },
  { name: 'env', aliases: [], types: ['secret'], value: 'environmentName' },
  { name: 'size', aliases: [], types: ['tmpfs'], value: 'size' },
  { name: 'mode', aliases: [], types: ['cache', 'secret', 'ssh'], value: 'mode' },
  { name: 'uid', aliases: [], types: ['cache', 'secret', 'ssh'], value: 'number' },
  { name: 'gid', aliases: [], types: ['cache', 'secret', 'ssh'], value: 'number' },
];

/** Canonical names of the options. */
export const mountKeys: readonly string[] = mountKeyFacts.map(({ name }) => name);

/** Values of `sharing`, the default first. */
export const sharingModes = ['shared', 'private', 'locked'] as const;

const canonical = new Map(
  mountKeyFacts.flatMap(({ name, aliases }) => [name, ...aliases].map((key) => [key, name] as const)),
);

/** Canonical name of an option given by its name or an alias, in any case; `undefined`: there is none. */
export function mountKey(key: string): string | undefined {
  return canonical.get(key.toLowerCase());
}
