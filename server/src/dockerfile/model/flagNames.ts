/** How a flag is given: once with a value, several times with a value, or as a boolean. */
export type FlagKind = 'value' | 'values' | 'boolean';

type Flags = Readonly<Record<string, FlagKind>>;

const files: Flags = { chmod: 'value', chown: 'value', exclude: 'values', link: 'boolean' };

const flags: Readonly<Record<string, Flags>> = {
  ADD: { ...files, checksum: 'value', 'keep-git-dir': 'boolean', unpack: 'boolean' },
  COPY: { ...files, from: 'value', parents: 'boolean' },
  FROM: { platform: 'value' },
  HEALTHCHECK: {
    interval: 'value',
    timeout: 'value',
    'start-period': 'value',
    'start-interval': 'value',
    retries: 'value',
  },
  RUN: { device: 'values', mount: 'values', network: 'value', security: 'value' },
};

const none: Flags = {};

/** The flags of an instruction (upper-case word). */
export function flagsOf(keyword: string): Flags {
  return Object.hasOwn(flags, keyword) ? (flags[keyword] ?? none) : none;
}

/** Values of flags that take one of a few words, case-sensitive (BuildKit). */
export const flagChoices: Readonly<Record<string, readonly string[]>> = {
  network: ['default', 'none', 'host'],
  security: ['sandbox', 'insecure'],
};
