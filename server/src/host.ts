/** One entry of a folder. */
export interface Entry {
  readonly name: string;
  readonly isDirectory: boolean;
}

/** What the Docker Engine knows of a local image. Sizes in bytes, times in seconds since 1970. */
export interface LocalImage {
  /** Digest of the image configuration, `sha256:…`. */
  readonly id: string;
  readonly tags: readonly string[];
  readonly size: number;
  readonly created: number;
  readonly user?: string;
  readonly exposedPorts?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: readonly string[];
}

/**
 * The outside world, as far as language features may look at it. Every method answers `undefined` when the thing does
 * not exist or cannot be known (standard input, an untrusted or virtual workspace, no engine); none of them throws.
 */
export interface Host {
  /** Text of a file by URI; `undefined` when it does not exist, is not readable or is larger than 10 MB. */
  readFile(uri: string): Promise<string | undefined>;
  /** Entries of a folder by URI. */
  list(uri: string): Promise<readonly Entry[] | undefined>;
  /** Tags of an image repository, local ones first; asks a registry only when the user turned that on. */
  imageTags(repository: string): Promise<readonly string[] | undefined>;
  /** The images of the local engine. */
  images(): Promise<readonly LocalImage[] | undefined>;
}

/** A host that knows nothing. */
export const emptyHost: Host = {
  readFile: async () => undefined,
  list: async () => undefined,
  imageTags: async () => undefined,
  images: async () => undefined,
};
