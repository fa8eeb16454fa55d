import { Lines } from '../text/lines.ts';
import { emptyLayer, type Layer } from './config.ts';
import { readDclintConfig } from './dclintConfig.ts';
import { readDockwrightConfig } from './dockwrightConfig.ts';
import { type HadolintConfig, hadolintLayer, readHadolintConfig } from './hadolintConfig.ts';
import type { ConfigProblem } from './values.ts';

export type ConfigKind = 'dockwright' | 'hadolint' | 'dclint';

/** Weakest first. */
export const configKinds: readonly ConfigKind[] = ['hadolint', 'dclint', 'dockwright'];

/** In one folder the first that is there counts; of each kind the nearest folder that has one, upwards. */
export const configFileNames: Readonly<Record<ConfigKind, readonly string[]>> = {
  dockwright: ['dockwright.yaml', 'dockwright.yml', '.dockwright.yaml', '.dockwright.yml'],
  hadolint: ['.hadolint.yaml', '.hadolint.yml'],
  dclint: ['.dclintrc', '.dclintrc.json', '.dclintrc.yaml', '.dclintrc.yml'],
};

/** Reads YAML; handed in, because the YAML library belongs to the Compose language. */
export type ParseYaml = (text: string) => {
  readonly value?: unknown;
  readonly errors: readonly { readonly message: string; readonly offset: number }[];
  locate(path: readonly (string | number)[]): number;
};

/** A configuration file that was read, as far as it could be understood. */
export interface ConfigFile {
  readonly kind: ConfigKind;
  /** What it says of rules and files; nothing for hadolint, whose sources have to be added up first. */
  readonly layer: Layer;
  readonly hadolint?: HadolintConfig;
  /** In order; `line` is 1-based. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/**
 * Understands the text of a configuration file. Never throws.
 * @param folder absolute path, with `/`, of the folder the file is in
 * @param unknownRulesOf tells the misspelt rules of a `dockwright.yaml`
 */
export function readConfigFile(
  kind: ConfigKind,
  text: string,
  folder: string,
  parseYaml: ParseYaml,
  unknownRulesOf?: (layer: Layer) => readonly ConfigProblem[],
): ConfigFile {
  const { value, errors, locate } = parseYaml(text);
  const lines = new Lines(text);
  const at = (offset: number, message: string) => ({ line: lines.position(offset).line + 1, message });
  const empty: Layer = { ...emptyLayer, folder };
  if (errors.length > 0) {
    return { kind, layer: empty, problems: errors.map(({ message, offset }) => at(offset, message)) };
  }
  if (kind === 'hadolint') {
    const { config, problems } = readHadolintConfig(value);
    return {
      kind,
      layer: empty,
      ...(config && { hadolint: config }),
      problems: problems.map(({ message, path }) => at(locate(path), message)),
    };
  }
  const read = kind === 'dclint' ? readDclintConfig(value, folder) : readDockwrightConfig(value, folder);
  const unknown = kind === 'dockwright' ? (unknownRulesOf?.(read.layer) ?? []) : [];
  const problems = [...read.problems, ...unknown].map(({ message, path }) => at(locate(path), message));
  return { kind, layer: read.layer, problems: problems.sort((a, b) => a.line - b.line) };
}

/** The layers that files, hadolint's environment variables and what the user states directly come to, weakest first. */
export function layersOf(
  files: readonly ConfigFile[],
  environment: HadolintConfig | undefined,
  stated: Layer,
): readonly Layer[] {
  const hadolint = files.find(({ kind }) => kind === 'hadolint');
  const sources = [environment, hadolint?.hadolint].filter((source) => source !== undefined);
  return [
    ...(sources.length > 0 ? [hadolintLayer(sources, hadolint?.layer.folder ?? '')] : []),
    ...files.filter(({ kind }) => kind === 'dclint').map(({ layer }) => layer),
    ...files.filter(({ kind }) => kind === 'dockwright').map(({ layer }) => layer),
    stated,
  ];
}
