import type { Choices, Layer } from './config.ts';
import type { LabelType, RuleOptions } from './rule.ts';
import { isLevel, type Level, profiles, severities } from './severity.ts';
import { type ConfigProblem, Value } from './values.ts';

export const labelTypes: readonly LabelType[] = ['text', 'url', 'semver', 'hash', 'rfc3339', 'spdx', 'email'];

const KEYS = ['profile', 'rules', 'options', 'suppressionComments', 'ignore', 'threshold', 'overrides'] as const;
const OVERRIDE_KEYS = ['files', 'profile', 'rules', 'options', 'suppressionComments'] as const;
const OPTION_KEYS = ['trustedRegistries', 'labelSchema', 'strictLabels'] as const;

/**
 * Reads the value of a `dockwright.yaml`, or an object of editor settings with the same keys. What is wrong is told and
 * left out; the rest holds.
 */
export function readDockwrightConfig(value: unknown, folder: string): { layer: Layer; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const root = new Value(value, problems);
  const at = children(root, KEYS);
  const ignore = at('ignore')?.strings();
  const threshold = at('threshold')?.oneOf(severities);
  const overrides = at('overrides')?.list((item) => {
    const inner = children(item, OVERRIDE_KEYS);
    const files = inner('files');
    if (files === undefined) return undefined;
    if (!files.exists) return item.refuse('a mapping with files');
    return { files: files.strings() ?? [], ...choices(inner) };
  });
  return {
    layer: {
      folder,
      ...choices(at),
      ignore: ignore ?? [],
      overrides: overrides ?? [],
      ...(threshold !== undefined && { threshold }),
    },
    problems,
  };
}

type Child<Key extends string> = (key: Key) => Value | undefined;

/** Access to the entries of a mapping; others than the known ones are told. */
function children<Key extends string>(holder: Value, keys: readonly Key[]): Child<Key> {
  const entries = holder.entries();
  if (entries === undefined) return () => undefined;
  for (const [key] of entries) {
    if (key !== '$schema' && !keys.some((known) => known === key)) holder.unknownKey(key, keys);
  }
  return (key) => holder.child(key);
}

function choices(at: Child<'profile' | 'rules' | 'options' | 'suppressionComments'>): Choices {
  const profile = at('profile')?.oneOf(profiles);
  const suppressionComments = at('suppressionComments')?.boolean();
  return {
    ...(profile !== undefined && { profile }),
    ...(suppressionComments !== undefined && { suppressionComments }),
    levels: levels(at('rules')),
    options: options(at('options')),
  };
}

function levels(rules: Value | undefined): Record<string, Level> {
  const result: Record<string, Level> = {};
  for (const [name, item] of rules?.entries() ?? []) {
    // YAML 1.1 tools and JSON write off and on as booleans.
    const level = item.value === true ? 'on' : item.value === false ? 'off' : item.value;
    if (isLevel(level)) result[name] = level;
    else if (item.exists) item.refuse(`one of off, on, ${severities.join(', ')}`);
  }
  return result;
}

function options(value: Value | undefined): Partial<RuleOptions> {
  if (value === undefined) return {};
  const at = children(value, OPTION_KEYS);
  const trustedRegistries = at('trustedRegistries')?.strings();
  const strictLabels = at('strictLabels')?.boolean();
  const entries = at('labelSchema')?.entries();
  const labelSchema: Record<string, LabelType> = {};
  for (const [label, type] of entries ?? []) labelSchema[label] = type.oneOf(labelTypes) ?? 'text';
  return {
    ...(trustedRegistries !== undefined && { trustedRegistries }),
    ...(strictLabels !== undefined && { strictLabels }),
    ...(entries !== undefined && { labelSchema }),
  };
}
