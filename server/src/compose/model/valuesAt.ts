import { type Mapping, type Node, resolve, type Scalar } from '../syntax/tree.ts';
import type { Project } from './project.ts';

/** The scalars at a path pattern such as `services.*.ports.[].protocol`, merge keys and aliases followed. */
export function valuesAt(project: Project, pattern: readonly string[]): Scalar[] {
  let nodes: Node[] = [...project.roots];
  for (const step of pattern) {
    const next: Node[] = [];
    for (const node of nodes) {
      const value = resolve(node);
      if (step === '[]') {
        if (value?.kind === 'sequence') next.push(...value.items);
      } else if (value?.kind === 'mapping') {
        next.push(...children(value, step));
      }
    }
    if (next.length === 0) return [];
    nodes = next;
  }
  return nodes.flatMap((node) => {
    const value = resolve(node);
    return value?.kind === 'scalar' ? [value] : [];
  });
}

function children(mapping: Mapping, step: string): Node[] {
  if (step === '*') return mapping.effective.map(({ value }) => value);
  const entry = mapping.get(step);
  return entry ? [entry.value] : [];
}
