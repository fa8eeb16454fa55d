import type { Project } from '../model/project.ts';
import type { Reference } from '../model/references.ts';
import { composeError } from './error.ts';

/** Attributes whose references Compose turns into start dependencies. */
const starting = new Set(['depends_on', 'links', 'volumes_from', 'network_mode', 'ipc', 'pid', 'uts', 'cgroup']);

export const dependencyCycle = composeError({
  id: 'dependency-cycle',
  summary: 'Services must not depend on each other in a circle.',
  why: 'Compose cannot tell which service to start first and refuses the project. Links, shared namespaces and volumes_from are dependencies too.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    depends_on: [«api»]\n  api:\n    image: caddy:2.8\n    depends_on: [«web»]\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    depends_on: [api]\n  api:\n    image: caddy:2.8\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    depends_on: [«web»]\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n',
    },
  ],
  check({ model }, report) {
    const edges = dependencies(model);
    const component = components(edges);
    const sizes = new Map<number, number>();
    for (const number of component.values()) sizes.set(number, (sizes.get(number) ?? 0) + 1);
    for (const [name, references] of edges) {
      for (const reference of references) {
        const isSelf = reference.name === name;
        if (!isSelf && component.get(name) !== component.get(reference.name)) continue;
        const isLarge = (sizes.get(component.get(name) ?? -1) ?? 0) > longestCircle;
        const path = isLarge ? [reference.name, '…'] : cycle(edges, name, reference.name, component);
        report({
          at: reference.at,
          message: isSelf
            ? `The service '${name}' depends on itself. Remove it.`
            : `The service '${name}' depends on itself through '${path.join("' → '")}'. Break the circle.`,
        });
      }
    }
  },
});

/** Members of a circle beyond which the way around is not told. */
const longestCircle = 30;

type Edges = ReadonlyMap<string, readonly Reference[]>;

function dependencies(model: Project): Edges {
  const edges = new Map<string, Reference[]>();
  for (const service of model.services) edges.set(service.name, []);
  for (const reference of model.references) {
    if (reference.section !== 'services' || !starting.has(reference.attribute)) continue;
    if (!edges.has(reference.name)) continue;
    edges.get(reference.service.name)?.push(reference);
  }
  return edges;
}

/** Numbers the strongly connected components (Tarjan's algorithm, without recursion). */
function components(edges: Edges): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const component = new Map<string, number>();
  const open: string[] = [];
  let count = 0;
  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    const stack = [{ name: root, next: 0 }];
    while (stack.length > 0) {
      const frame = stack.at(-1);
      if (!frame) break;
      const { name } = frame;
      if (frame.next === 0) {
        order.set(name, order.size);
        lowest.set(name, order.get(name) ?? 0);
        open.push(name);
      }
      const target = edges.get(name)?.[frame.next++]?.name;
      if (target !== undefined) {
        if (!order.has(target)) stack.push({ name: target, next: 0 });
        else if (!component.has(target)) lower(lowest, name, order.get(target) ?? 0);
        continue;
      }
      stack.pop();
      const parent = stack.at(-1)?.name;
      if (parent !== undefined) lower(lowest, parent, lowest.get(name) ?? 0);
      if (lowest.get(name) !== order.get(name)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component.set(member, count);
        if (member === name) break;
      }
      count++;
    }
  }
  return component;
}

function lower(lowest: Map<string, number>, name: string, value: number): void {
  lowest.set(name, Math.min(lowest.get(name) ?? value, value));
}

/** Names on a shortest way from a service over one of its dependencies back to itself. */
function cycle(edges: Edges, from: string, first: string, component: ReadonlyMap<string, number>): string[] {
  const cameFrom = new Map<string, string>([[first, from]]);
  const pending = [first];
  for (let name = pending.shift(); name !== undefined && name !== from; name = pending.shift()) {
    for (const { name: target } of edges.get(name) ?? []) {
      if (component.get(target) !== component.get(from) || (cameFrom.has(target) && target !== from)) continue;
      if (!cameFrom.has(target)) cameFrom.set(target, name);
      pending.push(target);
      if (target === from) break;
    }
  }
  const path = [from];
  for (let name = cameFrom.get(from); name !== undefined && name !== from; name = cameFrom.get(name))
    path.unshift(name);
  return [from, ...path];
}
