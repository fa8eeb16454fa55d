import { type Layer, Resolver } from '../lint/config.ts';
import {
  type ConfigFile,
  type ConfigKind,
  configFileNames,
  configKinds,
  layersOf,
  readConfigFile,
} from '../lint/configFiles.ts';
import { type HadolintConfig, hadolintEnvironment } from '../lint/hadolintConfig.ts';
import type { ConfigProblem } from '../lint/values.ts';
import { type Io, UsageError } from './io.ts';
import { absolutePath, childPath, displayPath, nameOf, parentPath } from './paths.ts';
import { reasonOf } from './reason.ts';

/** What a call says of its configuration; plain data. */
export interface StatedConfiguration {
  /** The one file to use. */
  readonly config?: string;
  /** False: no file is looked for. */
  readonly search: boolean;
  /** What the command line itself says. */
  readonly stated: Layer;
}

export interface ConfigurationOptions extends StatedConfiguration {
  /** Makes a function that tells misspelt rules; asked for only when there is a file of ours. */
  readonly unknownRules: () => Promise<(layer: Layer) => readonly ConfigProblem[]>;
}

/** What holds in a folder. */
export interface FolderConfiguration {
  readonly resolver: Resolver;
  /** Weakest first. */
  readonly layers: readonly Layer[];
  /** Absolute paths of the files it comes from. */
  readonly files: readonly string[];
}

/**
 * Finds the configuration of folders. Of each kind of file the nearest counts, searched from the linted file's folder up
 * to the repository's root, then from the working directory up, and for hadolint at last in the places of the user.
 */
export class Configurations {
  /** A file of ours was wrong, so that not everything that was asked for is done. */
  failed = false;
  private readonly io: Io;
  private readonly options: ConfigurationOptions;
  private readonly environment: HadolintConfig | undefined;
  private readonly read = new Map<string, Promise<ConfigFile>>();
  private readonly folders = new Map<string, Promise<FolderConfiguration>>();
  private readonly resolved = new Map<string, FolderConfiguration>();
  private readonly found = new Map<string, ReadonlyMap<ConfigKind, string>>();

  constructor(io: Io, options: ConfigurationOptions) {
    this.io = io;
    this.options = options;
    this.environment = hadolintEnvironment(io.environment);
  }

  /** @throws UsageError when a file cannot be read. */
  of(folder: string): Promise<FolderConfiguration> {
    let configuration = this.folders.get(folder);
    if (configuration === undefined) {
      configuration = this.resolve(this.pathsFor(folder));
      this.folders.set(folder, configuration);
    }
    return configuration;
  }

  private async resolve(paths: ReadonlyMap<ConfigKind, string>): Promise<FolderConfiguration> {
    const key = [...paths.values()].join('\n');
    const known = this.resolved.get(key);
    if (known !== undefined) return known;
    const reads: ConfigFile[] = [];
    for (const [kind, path] of paths) reads.push(await this.readOnce(kind, path));
    const layers = layersOf(reads, this.environment, this.options.stated);
    const configuration = { resolver: new Resolver(layers), layers, files: [...paths.values()] };
    this.resolved.set(key, configuration);
    return configuration;
  }

  private pathsFor(folder: string): ReadonlyMap<ConfigKind, string> {
    const { config, search } = this.options;
    if (config !== undefined) return new Map([[kindOf(config), absolutePath(this.io.cwd, config)]]);
    if (!search) return new Map();
    const paths = new Map([...this.upwards(this.io.cwd), ...this.upwards(folder)]);
    if (!paths.has('hadolint')) {
      const ofUser = this.userFiles().find((path) => this.io.files.kind(path) === 'file');
      if (ofUser !== undefined) paths.set('hadolint', ofUser);
    }
    return paths;
  }

  private upwards(folder: string): ReadonlyMap<ConfigKind, string> {
    const known = this.found.get(folder);
    if (known !== undefined) return known;
    const { files } = this.io;
    const parent = files.kind(childPath(folder, '.git')) === undefined ? parentPath(folder) : undefined;
    const paths = new Map(parent === undefined ? [] : this.upwards(parent));
    for (const kind of configKinds) {
      const name = configFileNames[kind].find((candidate) => files.kind(childPath(folder, candidate)) === 'file');
      if (name !== undefined) paths.set(kind, childPath(folder, name));
    }
    this.found.set(folder, paths);
    return paths;
  }

  /** Where hadolint looks when the project has no file. */
  private userFiles(): string[] {
    const { environment, home } = this.io;
    if (home === '') return [];
    const config = environment.XDG_CONFIG_HOME || childPath(home, '.config');
    return [
      ...['hadolint.yaml', 'hadolint.yml'].map((name) => childPath(config, name)),
      ...['hadolint.yaml', 'hadolint.yml', 'config.yaml', 'config.yml'].map((name) =>
        childPath(home, `.hadolint/${name}`),
      ),
      ...['.hadolint.yaml', '.hadolint.yml'].map((name) => childPath(home, name)),
    ];
  }

  private readOnce(kind: ConfigKind, path: string): Promise<ConfigFile> {
    let read = this.read.get(path);
    if (read === undefined) {
      read = this.readFile(kind, path);
      this.read.set(path, read);
    }
    return read;
  }

  private async readFile(kind: ConfigKind, path: string): Promise<ConfigFile> {
    const shown = displayPath(this.io.cwd, path);
    let text: string;
    try {
      text = new TextDecoder().decode(this.io.files.read(path));
    } catch (error) {
      throw new UsageError(`Cannot read the configuration ${shown}: ${reasonOf(error)}.`);
    }
    const { parsePlainYaml } = await import('../compose/syntax/plainYaml.ts');
    const unknownRules = kind === 'dockwright' ? await this.options.unknownRules() : undefined;
    const file = readConfigFile(kind, text, parentPath(path) ?? '/', parsePlainYaml, unknownRules);
    for (const { line, message } of file.problems) this.io.error(`${shown}:${line}: ${message}\n`);
    if (kind === 'dockwright' && file.problems.length > 0 && hadolintKey.test(text)) {
      this.io.error(`${shown}: a configuration of hadolint is only taken for one when its name holds 'hadolint'.\n`);
    }
    if (kind !== 'hadolint') this.failed ||= file.problems.length > 0;
    else if (file.hadolint === undefined) {
      this.io.error(`${shown}: hadolint drops a file with such a value as a whole, so it is not used.\n`);
    }
    return file;
  }
}

/** Keys that only hadolint has at the top. */
const hadolintKey = /^(?:ignored|override|failure-threshold|label-schema|trustedRegistries|strict-labels|no-fail):/m;

function kindOf(path: string): ConfigKind {
  const name = nameOf(path.replaceAll('\\', '/'));
  return name.includes('hadolint') ? 'hadolint' : name.includes('dclint') ? 'dclint' : 'dockwright';
}
