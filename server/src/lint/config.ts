import { closest } from './closest.ts';
import { type Configuration, defaultConfiguration, type Levels } from './configuration.ts';
import { glob } from './glob.ts';
import { defaultRuleOptions, type RuleOptions, type Severity } from './rule.ts';
import type { Level, Profile } from './severity.ts';
import type { ConfigProblem } from './values.ts';

/** What a source of configuration says of some or all files. */
export interface Choices {
  readonly profile?: Profile;
  readonly levels: Levels;
  readonly options: Partial<RuleOptions>;
  readonly suppressionComments?: boolean;
}

/** What one source of configuration says. */
export interface Layer extends Choices {
  /** Absolute path, with `/`, of the folder that the globs are relative to; `''` where there is none. */
  readonly folder: string;
  /** Globs of files that are not linted. */
  readonly ignore: readonly string[];
  readonly overrides: readonly (Choices & { readonly files: readonly string[] })[];
  /** Findings as grave as this, or graver, make the command line fail. */
  readonly threshold?: Severity;
  /** The command line succeeds whatever it finds. */
  readonly noFail?: boolean;
  readonly noColor?: boolean;
  readonly verbose?: boolean;
  /** Report formats by their names in hadolint. */
  readonly formats?: readonly string[];
}

export const emptyLayer: Layer = { folder: '', levels: {}, options: {}, ignore: [], overrides: [] };

/** Answers for each file how it is linted. Layers are given weakest first. */
export class Resolver {
  private readonly layers: readonly CompiledLayer[];
  private readonly kept = new Map<string, Configuration>();

  constructor(layers: readonly Layer[]) {
    this.layers = layers.map(compile);
  }

  isIgnored(path: string): boolean {
    return this.layers.some(({ folder, ignore }) => {
      const relative = relativeTo(folder, path);
      return ignore.some((test) => test(relative));
    });
  }

  /** The same object for all files that are linted in the same way. */
  configurationFor(path: string): Configuration {
    const choices: Choices[] = [];
    let key = '';
    for (const { folder, layer, overrides } of this.layers) {
      choices.push(layer);
      if (overrides.length === 0) continue;
      const relative = relativeTo(folder, path);
      for (const [index, { tests, override }] of overrides.entries()) {
        if (!tests.some((test) => test(relative))) continue;
        choices.push(override);
        key += `${index} `;
      }
      key += '|';
    }
    let configuration = this.kept.get(key);
    if (configuration === undefined) {
      configuration = merge(choices);
      this.kept.set(key, configuration);
    }
    return configuration;
  }
}

interface CompiledLayer {
  readonly layer: Layer;
  readonly folder: string;
  readonly ignore: readonly ((path: string) => boolean)[];
  readonly overrides: readonly {
    readonly tests: readonly ((path: string) => boolean)[];
    readonly override: Choices;
  }[];
}

function compile(layer: Layer): CompiledLayer {
  return {
    layer,
    folder: layer.folder,
    ignore: layer.ignore.map(glob),
    overrides: layer.overrides.map((override) => ({ override, tests: override.files.map(glob) })),
  };
}

function relativeTo(folder: string, path: string): string {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path.replace(/^\/+/, '');
}

function merge(choices: readonly Choices[]): Configuration {
  let profile = defaultConfiguration.profile;
  let suppressionComments = defaultConfiguration.suppressionComments;
  let options: RuleOptions = defaultRuleOptions;
  for (const choice of choices) {
    profile = choice.profile ?? profile;
    suppressionComments = choice.suppressionComments ?? suppressionComments;
    options = { ...options, ...choice.options };
  }
  options = { ...options, exact: profile === 'hadolint' };
  const stated = choices.map(({ levels }) => levels).filter((levels) => Object.keys(levels).length > 0);
  return { profile, suppressionComments, options, levels: [levelsFor(options), ...stated] };
}

/** Rules that live on an option are wanted as soon as somebody states the option, whatever the profile. */
function levelsFor({ trustedRegistries, labelSchema, strictLabels }: RuleOptions): Levels {
  const levels: Record<string, Level> = {};
  if (trustedRegistries.length > 0) levels['hadolint/DL3026'] = 'on';
  if (Object.keys(labelSchema).length > 0) {
    for (const code of ['DL3049', 'DL3051', 'DL3052', 'DL3053', 'DL3054', 'DL3055', 'DL3056', 'DL3058']) {
      levels[`hadolint/${code}`] = 'on';
    }
  }
  if (strictLabels) levels['hadolint/DL3050'] = 'on';
  return levels;
}

/** Names in a layer of `dockwright.yaml` that stand for no rule; those of errors of the language are told apart. */
export function unknownRules(
  layer: Layer,
  known: ReadonlySet<string>,
  errors: ReadonlySet<string> = new Set(),
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const look = (levels: Levels, path: readonly (string | number)[]): void => {
    for (const name of Object.keys(levels)) {
      if (known.has(name)) continue;
      if (errors.has(name)) {
        const message = `'${name}' is no rule but an error for which the file is refused: it always counts.`;
        problems.push({ message, path: [...path, name] });
        continue;
      }
      const meant = closest(name, known);
      const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`;
      problems.push({ message: `There is no rule '${name}'.${hint}`, path: [...path, name] });
    }
  };
  look(layer.levels, ['rules']);
  for (const [index, { levels }] of layer.overrides.entries()) look(levels, ['overrides', index, 'rules']);
  return problems;
}
