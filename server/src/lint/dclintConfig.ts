import { emptyLayer, type Layer } from './config.ts';
import type { Level } from './severity.ts';
import { type ConfigProblem, Value } from './values.ts';

const LEVELS: readonly Level[] = ['off', 'warning', 'error'];

/**
 * Reads the value of a `.dclintrc`: levels of rules and excluded paths. Options of rules, `quiet` and `debug` have no
 * counterpart here.
 */
export function readDclintConfig(value: unknown, folder: string): { layer: Layer; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const root = new Value(value, problems);
  if (!root.exists || root.entries() === undefined) return { layer: { ...emptyLayer, folder }, problems };
  const levels: Record<string, Level> = {};
  for (const [name, item] of root.child('rules').entries() ?? []) {
    const number = Array.isArray(item.value) ? item.child(0) : item;
    const level = typeof number.value === 'number' ? LEVELS[number.value] : undefined;
    if (level !== undefined) levels[`dclint/${name}`] = level;
    else item.refuse('0, 1 or 2');
  }
  // dclint looks for the text anywhere in the path.
  const ignore = (root.child('exclude').strings() ?? []).map((part) => `**${part}**`);
  return { layer: { ...emptyLayer, folder, levels, ignore }, problems };
}
