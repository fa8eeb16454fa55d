import { type Node, resolve, type Scalar } from '../syntax/tree.ts';

/** The scalars below a node along steps: names, `*` for any key, `[]` for any item; aliases and merge keys followed. */
export function scalarsAt(node: Node, steps: readonly string[], from = 0): Scalar[] {
  const value = resolve(node);
  const step = steps[from];
  if (step === undefined) return value?.kind === 'scalar' ? [value] : [];
  if (value?.kind === 'sequence') {
    return step === '[]' ? value.items.flatMap((item) => scalarsAt(item, steps, from + 1)) : [];
  }
  if (value?.kind !== 'mapping') return [];
  if (step === '*') return value.effective.flatMap((entry) => scalarsAt(entry.value, steps, from + 1));
  const entry = value.get(step);
  return entry ? scalarsAt(entry.value, steps, from + 1) : [];
}
