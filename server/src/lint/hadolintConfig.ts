import type { Layer } from './config.ts';
import { labelTypes } from './dockwrightConfig.ts';
import type { LabelType, RuleOptions, Severity } from './rule.ts';
import type { Level } from './severity.ts';
import { type ConfigProblem, Value } from './values.ts';

/** What a `.hadolint.yaml`, or the environment variables of hadolint, say. */
export interface HadolintConfig {
  readonly noFail?: boolean;
  readonly noColor?: boolean;
  readonly verbose?: boolean;
  readonly formats: readonly string[];
  readonly overrides: Readonly<Record<Severity, readonly string[]>>;
  readonly ignored: readonly string[];
  readonly trustedRegistries: readonly string[];
  readonly labelSchema: Readonly<Record<string, LabelType>>;
  readonly strictLabels?: boolean;
  readonly disableIgnorePragma?: boolean;
  readonly threshold?: Severity;
}

export const hadolintFormats = [
  'tty',
  'json',
  'checkstyle',
  'codeclimate',
  'gitlab_codeclimate',
  'gnu',
  'codacy',
  'sonarqube',
  'sarif',
  'junit',
] as const;

const THRESHOLDS = ['error', 'warning', 'info', 'style', 'ignore', 'none'] as const;
const GRADES: readonly Severity[] = ['error', 'warning', 'info', 'style'];

/** `ignore` and `none` mean that any finding fails; nothing is less grave than style and still reported. */
function threshold(word: (typeof THRESHOLDS)[number]): Severity {
  return word === 'ignore' || word === 'none' ? 'style' : word;
}

/**
 * Reads the value of a `.hadolint.yaml` with every key hadolint knows. As hadolint does, one wrong value (an empty file
 * too) drops the file as a whole; unknown keys mean nothing.
 */
export function readHadolintConfig(value: unknown): { config?: HadolintConfig; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const root = new Value(value, problems);
  if (!root.exists) return { problems: [{ message: 'The file is empty.', path: [] }] };
  if (root.entries() === undefined) return { problems };
  const format = root.child('format').oneOf(hadolintFormats);
  const formats = root.child('formats').list((item) => item.oneOf(hadolintFormats));
  const override = root.child('override');
  const hasOverrides = override.exists && override.entries() !== undefined;
  const codes = (grade: Severity): readonly string[] => (hasOverrides ? (override.child(grade).strings() ?? []) : []);
  const overrides = { error: codes('error'), warning: codes('warning'), info: codes('info'), style: codes('style') };
  const registries = root.child('trustedRegistries');
  const labelSchema: Record<string, LabelType> = {};
  for (const [label, type] of root.child('label-schema').entries() ?? []) {
    labelSchema[label] = type.value === '' ? 'text' : (type.oneOf(labelTypes) ?? 'text');
  }
  const failure = root.child('failure-threshold').oneOf(THRESHOLDS);
  const config: HadolintConfig = {
    formats: [...(format === undefined ? [] : [format]), ...(formats ?? [])],
    overrides,
    ignored: root.child('ignored').strings() ?? [],
    // hadolint's README shows a plain text here too.
    trustedRegistries: typeof registries.value === 'string' ? [registries.value] : (registries.strings() ?? []),
    labelSchema,
    ...flag('noFail', root.child('no-fail').boolean()),
    ...flag('noColor', root.child('no-color').boolean()),
    ...flag('verbose', root.child('verbose').boolean()),
    ...flag('strictLabels', root.child('strict-labels').boolean()),
    ...flag('disableIgnorePragma', root.child('disable-ignore-pragma').boolean()),
    ...(failure !== undefined && { threshold: threshold(failure) }),
  };
  return problems.length > 0 ? { problems } : { config, problems };
}

function flag<Key extends string>(key: Key, value: boolean | undefined): { [K in Key]?: boolean } {
  const result: { [K in Key]?: boolean } = {};
  if (value !== undefined) result[key] = value;
  return result;
}

/** Reads hadolint's environment variables; `undefined` when none of them is set. */
export function hadolintEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): HadolintConfig | undefined {
  const truth = (name: string): boolean | undefined => {
    const text = environment[name];
    return text === undefined ? undefined : /^(1|y|on|true|yes)$/i.test(text);
  };
  const list = (name: string): string[] =>
    (environment[name] ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  const labelSchema: Record<string, LabelType> = {};
  for (const item of list('HADOLINT_REQUIRE_LABELS')) {
    const colon = item.lastIndexOf(':');
    const type = labelTypes.find((known) => known === item.slice(colon + 1));
    if (colon > 0 && type !== undefined) labelSchema[item.slice(0, colon)] = type;
  }
  const failure = THRESHOLDS.find((word) => word === environment.HADOLINT_FAILURE_THRESHOLD);
  const config: HadolintConfig = {
    formats: list('HADOLINT_FORMAT').filter((name) => hadolintFormats.some((known) => known === name)),
    overrides: {
      error: list('HADOLINT_OVERRIDE_ERROR'),
      warning: list('HADOLINT_OVERRIDE_WARNING'),
      info: list('HADOLINT_OVERRIDE_INFO'),
      style: list('HADOLINT_OVERRIDE_STYLE'),
    },
    ignored: list('HADOLINT_IGNORE'),
    trustedRegistries: list('HADOLINT_TRUSTED_REGISTRIES'),
    labelSchema,
    ...flag('noFail', truth('HADOLINT_NOFAIL')),
    ...flag('verbose', truth('HADOLINT_VERBOSE')),
    ...flag('strictLabels', truth('HADOLINT_STRICT_LABELS')),
    ...flag('disableIgnorePragma', truth('HADOLINT_DISABLE_IGNORE_PRAGMA')),
    ...(failure !== undefined && { threshold: threshold(failure) }),
  };
  return Object.keys(environment).some((name) => name.startsWith('HADOLINT_')) ? config : undefined;
}

/**
 * What hadolint would make of its sources, environment before file: lists add up, the graver of two severities holds,
 * what is ignored stays ignored, later flags win; a label of the environment beats the file's.
 */
export function hadolintLayer(sources: readonly HadolintConfig[], folder: string): Layer {
  const levels: Record<string, Level> = {};
  for (const grade of [...GRADES].reverse()) {
    for (const { overrides } of sources) for (const code of overrides[grade]) levels[code] = grade;
  }
  for (const { ignored } of sources) for (const code of ignored) levels[code] = 'off';
  const trustedRegistries = sources.flatMap((source) => source.trustedRegistries);
  const labelSchema = Object.assign({}, ...[...sources].reverse().map((source) => source.labelSchema));
  const last = <Key extends keyof HadolintConfig>(key: Key): HadolintConfig[Key] | undefined =>
    sources.findLast((source) => source[key] !== undefined)?.[key];
  const strictLabels = last('strictLabels');
  const options: Partial<RuleOptions> = {
    ...(trustedRegistries.length > 0 && { trustedRegistries }),
    ...(Object.keys(labelSchema).length > 0 && { labelSchema }),
    ...(strictLabels !== undefined && { strictLabels }),
  };
  const disabled = last('disableIgnorePragma');
  const failure = last('threshold');
  return {
    folder,
    levels,
    options,
    ignore: [],
    overrides: [],
    formats: sources.flatMap((source) => source.formats),
    ...(disabled !== undefined && { suppressionComments: !disabled }),
    ...(failure !== undefined && { threshold: failure }),
    ...flag('noFail', last('noFail')),
    ...flag('noColor', last('noColor')),
    ...flag('verbose', last('verbose')),
  };
}
