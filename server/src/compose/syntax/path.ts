import type { Entry, Node, Parent } from './tree.ts';

/** Keys and item numbers from the root of a document to a node. */
export type Path = readonly (string | number)[];

/** Path of a node; the key of an entry has the path of its value. */
export function pathOf(node: Node | Entry): Path {
  const path: (string | number)[] = [];
  let child: Node | Entry = node;
  let parent: Parent = node.kind === 'entry' ? node : node.parent;
  while (parent) {
    if (parent.kind === 'entry') {
      path.push(parent.name);
      child = parent.parent;
      parent = parent.parent.parent;
    } else {
      path.push(parent.items.indexOf(child as Node));
      child = parent;
      parent = parent.parent;
    }
  }
  return path.reverse();
}

const patterns = new Map<string, readonly string[]>();

/**
 * True when the path has the form of the pattern: names joined by dots, `*` for any key, `[]` for any item of a
 * list, as in `services.*.ports.[]`.
 */
export function matches(path: Path, pattern: string): boolean {
  let steps = patterns.get(pattern);
  if (!steps) {
    steps = pattern.split('.');
    patterns.set(pattern, steps);
  }
  if (steps.length !== path.length) return false;
  for (let index = 0; index < steps.length; index++) {
    const step = path[index];
    const wanted = steps[index];
    if (typeof step === 'number' ? wanted !== '[]' : wanted !== '*' && wanted !== step) return false;
  }
  return true;
}

/** Dotted form for messages, as Compose prints it: `services.web.ports.0`. */
export function pathText(path: Path): string {
  return path.join('.');
}
