/** What hover and completion say of a flag. */
export interface FlagFacts {
  /** Markdown. */
  readonly documentation: string;
  /** Dockerfile version (docker/dockerfile image tag) whose stable release has it first. */
  readonly since?: string;
  /** Used when the flag is left out. */
  readonly default?: string;
  /** Values worth offering, the most common first; closed sets are `flagChoices` of the model. */
  readonly values?: readonly string[];
}

const chown: FlagFacts = {
  documentation: 'Owner of the files: `user`, `user:group`, or numbers. Without it they belong to root.',
  default: '0:0',
};
const chmod: FlagFacts = {
  documentation: 'Permissions of the files: octal (`644`), or symbolic (`u=rwX,go=rX`, since 1.14).',
  since: '1.2',
  values: ['755', '644', '0755', '0644', 'u=rwX,go=rX', '+x', '600', '700', '444', '555'],
};
const link: FlagFacts = {
  documentation:
    'Copies into a layer of its own that does not depend on the layers before it, so that it stays cached when they change. Symbolic links of the image in the destination are not followed.',
  since: '1.4',
  values: ['true', 'false'],
};
const exclude: FlagFacts = {
  documentation: 'Leaves out files that match the pattern. May be given several times.',
  since: '1.19',
  values: ['**/*.md', '**/*.test.*', 'node_modules', '.git'],
};

const durations = (first: string): readonly string[] => [
  first,
  ...['5s', '10s', '30s', '1m', '2m', '5m'].filter((duration) => duration !== first),
];

/** Facts on flags by instruction and name. */
export const flagFacts: Readonly<Record<string, Readonly<Record<string, FlagFacts>>>> = {
  FROM: {
    platform: {
      documentation:
        'Platform of the base image. `$BUILDPLATFORM` gives the platform of the builder, for stages that cross-compile.',
      default: '$TARGETPLATFORM',
    },
  },
  COPY: {
    from: {
      documentation:
        'Copies from a stage (by name or number), an image, or a named context (`--build-context`), instead of the build context.',
    },
    chown,
    chmod,
    link,
    parents: {
      documentation: 'Keeps the parent directories of the sources. `/./` in a source marks from where on.',
      since: '1.20',
      values: ['true', 'false'],
    },
    exclude,
  },
  ADD: {
    checksum: {
      documentation: 'Digest that the download must have (`sha256:` and 64 hex digits), or commit of a Git source.',
      since: '1.6',
      values: ['sha256:'],
    },
    'keep-git-dir': {
      documentation: 'Keeps the `.git` directory of a Git source.',
      since: '1.6',
      default: 'false',
      values: ['true', 'false'],
    },
    unpack: {
      documentation: 'Unpacks archives. By default local ones are unpacked and downloaded ones are not.',
      since: '1.17',
      values: ['true', 'false'],
    },
    chown,
    chmod,
    link,
    exclude,
  },
  RUN: {
    mount: {
      documentation: 'Mounts something for the time of the command: files, a cache, memory, a secret or an SSH agent.',
      since: '1.2',
      default: 'none',
    },
    network: {
      documentation:
        'Network of the command: `default`, `none` (no network at all) or `host` (the one of the builder, which must allow it).',
      since: '1.3',
      default: 'default',
    },
    security: {
      documentation: '`sandbox`, or `insecure` for elevated privileges, which the builder must allow.',
      since: '1.20',
      default: 'sandbox',
    },
    device: {
      documentation:
        'Gives the command a CDI device, such as `nvidia.com/gpu=all`; `required` fails the build without it.',
      since: '1.14-labs',
      values: ['nvidia.com/gpu=all'],
    },
  },
  HEALTHCHECK: {
    interval: {
      documentation: 'Time between two checks, and before the first one.',
      default: '30s',
      values: durations('30s'),
    },
    timeout: {
      documentation: 'A check that takes longer counts as failed.',
      default: '30s',
      values: durations('3s'),
    },
    'start-period': {
      documentation: 'Time the container may take to start; failures within it do not count.',
      default: '0s',
      values: durations('10s'),
    },
    'start-interval': {
      documentation: 'Time between checks within the start period. Needs Engine 25.',
      since: '1.6',
      default: '5s',
      values: durations('5s'),
    },
    retries: {
      documentation: 'Failures in a row after which the container is unhealthy.',
      default: '3',
      values: ['3', '1', '2', '5', '10'],
    },
  },
};

/** Facts on a flag of an instruction (upper-case word); `undefined` when it has none of that name. */
export function flagFactsOf(keyword: string, name: string): FlagFacts | undefined {
  const ofInstruction = Object.hasOwn(flagFacts, keyword) ? flagFacts[keyword] : undefined;
  return ofInstruction !== undefined && Object.hasOwn(ofInstruction, name) ? ofInstruction[name] : undefined;
}
