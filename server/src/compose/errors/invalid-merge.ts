import { headOf } from '../syntax/places.ts';
import { type Mapping, type Node, resolve } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const invalidMerge = composeError({
  id: 'invalid-merge',
  summary: "A merge key '<<' takes a mapping, an alias of one, or a list of them.",
  why: 'Compose refuses to merge anything that is not a mapping; lists are never merged.',
  examples: [
    {
      bad: 'x-ports: &ports\n  - "80"\nservices:\n  web:\n    image: nginx:1.27\n    <<: «*ports»\n',
      good: 'x-ports: &ports\n  - "80"\nservices:\n  web:\n    image: nginx:1.27\n    ports: *ports\n',
    },
  ],
  check({ tree }, report) {
    if (!tree.text.includes('<<')) return;
    const mergeable = (node: Node): boolean => {
      const value = resolve(node);
      // An alias without an anchor is reported as such.
      return value === undefined || value.kind === 'mapping';
    };
    for (const mapping of mappingsOf(tree.documents.flatMap(({ root }) => root ?? []))) {
      for (const entry of mapping.entries) {
        if (entry.name !== '<<' || entry.key.kind !== 'scalar' || entry.key.isQuoted) continue;
        const value = resolve(entry.value);
        const bad = value?.kind === 'sequence' ? value.items.find((item) => !mergeable(item)) : undefined;
        if (bad) {
          // What an alias brings in is wrong where the alias stands.
          const at = entry.value.kind === 'alias' ? entry.value.at : headOf(bad);
          report({ at, message: "'<<' can merge mappings only. Use the alias of a mapping." });
        } else if (value?.kind !== 'sequence' && !mergeable(entry.value)) {
          report({ at: headOf(entry.value), message: "'<<' can merge mappings only. Use the alias of a mapping." });
        }
      }
    }
  },
});

function* mappingsOf(nodes: readonly Node[]): Iterable<Mapping> {
  const pending = [...nodes];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'mapping') {
      yield node;
      for (const { value } of node.entries) pending.push(value);
    } else if (node.kind === 'sequence') {
      pending.push(...node.items);
    }
  }
}
