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

export interface MountKey {
  /** Canonical name; keys compare without case. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** The types for which it has an effect. */
  readonly types: readonly MountType[];
  readonly value: MountValue;
}

/** Keys of `RUN --mount`, in the order people write them (BuildKit). */
export const mountKeys: readonly MountKey[] = [
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

/** Values of `sharing`, the default first. */
export const sharingModes = ['shared', 'private', 'locked'] as const;

const byName = new Map(mountKeys.flatMap((key) => [key.name, ...key.aliases].map((name) => [name, key] as const)));

/** The key of that name or alias, in any case. */
export function mountKey(name: string): MountKey | undefined {
  return byName.get(name.toLowerCase());
}
