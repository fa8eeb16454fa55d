/** Every setting of the extension. The manifest is generated from this, and the language server reads the same keys. */

export interface Setting {
  /** With the extension's prefix. */
  readonly key: string;
  readonly title: 'Engine' | 'Linting' | 'Editing';
  readonly type: 'boolean' | 'string' | 'object';
  readonly default: boolean | string | Readonly<Record<string, never>>;
  /** Markdown; other settings are named as `#key#`. */
  readonly description: string;
  readonly values?: Readonly<Record<string, string>>;
  /** Values of every entry of an object. */
  readonly entryValues?: readonly string[];
  readonly scope: 'window' | 'resource' | 'machine-overridable';
  /** Not taken from the settings of a folder that is not trusted. */
  readonly restricted?: true;
}

export const engineHost = 'dockwright.engine.host';
export const registryLookup = 'dockwright.registry.lookup';

export const settings: readonly Setting[] = [
  {
    key: engineHost,
    title: 'Engine',
    type: 'string',
    default: '',
    description:
      'Address of the engine: `unix:///path/docker.sock`, `npipe:////./pipe/name`, `tcp://host:port` or `ssh://user@host`. Empty: `DOCKER_HOST`, else the active docker context, else the usual sockets of Docker, Podman, Colima, OrbStack and Rancher Desktop. With `DOCKER_TLS_VERIFY` in the environment, TLS files come from `DOCKER_CERT_PATH`.',
    scope: 'machine-overridable',
    restricted: true,
  },
  {
    key: registryLookup,
    title: 'Engine',
    type: 'boolean',
    default: false,
    description:
      'Ask image registries for the tags of an image while its tag is being typed. Off: only the tags of local images are offered, and nothing is sent anywhere.',
    scope: 'window',
    restricted: true,
  },
  {
    key: 'dockwright.lint.enable',
    title: 'Linting',
    type: 'boolean',
    default: true,
    description:
      'Find problems in Dockerfiles, Compose files and ignore files. Syntax errors are reported in any case.',
    scope: 'resource',
  },
  {
    key: 'dockwright.lint.profile',
    title: 'Linting',
    type: 'string',
    default: 'recommended',
    description: 'Which rules run, and how grave they are.',
    values: {
      recommended: 'Few, sure and valuable findings.',
      strict: 'Every rule but those that are a matter of taste.',
      hadolint: 'The rules of hadolint and ShellCheck at their severities.',
      buildkit: 'The build checks of BuildKit, experimental ones left out.',
      dclint: 'The rules of dclint for Compose files.',
      off: 'None.',
    },
    scope: 'resource',
  },
  {
    key: 'dockwright.lint.rules',
    title: 'Linting',
    type: 'object',
    default: {},
    description:
      'Severity of single rules by id, over `#dockwright.lint.profile#` and over configuration files: `{ "pin-base-image": "off" }`.',
    entryValues: ['off', 'on', 'error', 'warning', 'info', 'style'],
    scope: 'resource',
  },
  {
    key: 'dockwright.format.instructionCasing',
    title: 'Editing',
    type: 'string',
    default: 'upper',
    description: 'Case that formatting gives the instructions of Dockerfiles.',
    values: { upper: '`RUN`', lower: '`run`', preserve: 'As it is.' },
    scope: 'resource',
  },
  {
    key: 'dockwright.inlayHints.variables',
    title: 'Editing',
    type: 'boolean',
    default: true,
    description: 'Show the values of variables where they are used.',
    scope: 'resource',
  },
  {
    key: 'dockwright.inlayHints.platforms',
    title: 'Editing',
    type: 'boolean',
    default: true,
    description: 'Show what platform variables stand for.',
    scope: 'resource',
  },
  {
    key: 'dockwright.inlayHints.inherited',
    title: 'Editing',
    type: 'boolean',
    default: true,
    description: 'Show values in Compose files that come from `extends` and merge keys.',
    scope: 'resource',
  },
  {
    key: 'dockwright.codeLens',
    title: 'Editing',
    type: 'boolean',
    default: true,
    description: 'Show links to build and run above the stages and services of a file.',
    scope: 'resource',
  },
  {
    key: 'dockwright.trace.server',
    title: 'Editing',
    type: 'string',
    default: 'off',
    description: 'Write the messages between the editor and the language server to the log.',
    values: { off: 'None.', messages: 'Their names.', verbose: 'All of them.' },
    scope: 'window',
  },
];
