import { asMapping, asSequence, type Entry, type Node } from '../model/nodes.ts';
import { composeRule, reorder } from '../rule.ts';

export const unsortedDependencies = composeRule({
  id: 'unsorted-dependencies',
  summary: 'Dependencies should be in alphabetical order.',
  why: 'Sorted lists are quick to search, and two branches that add to them conflict less often.',
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['dclint/service-dependencies-alphabetical-order'],
  severityIn: { dclint: 'warning' },
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      - db\n      - «cache»\n  db:\n    image: postgres:17\n  cache:\n    image: redis:7\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      - cache\n      - db\n  db:\n    image: postgres:17\n  cache:\n    image: redis:7\n',
    },
  ],
  check(file, report) {
    for (const service of file.model.services) {
      const value = service.value('depends_on');
      const parts = asMapping(value)?.entries ?? asSequence(value)?.items ?? [];
      const named = parts.map((part) => ({ part, name: nameOf(part) }));
      const index = named.findIndex(({ name }, at) => at > 0 && compare(named[at - 1]?.name ?? '', name) > 0);
      const first = named[index];
      if (!first) continue;
      const order = [...named].sort((a, b) => compare(a.name, b.name)).map(({ part }) => part);
      report({
        at: first.part.kind === 'entry' ? first.part.key.at : first.part.at,
        message: `'${first.name}' comes before '${named[index - 1]?.name ?? ''}' in alphabetical order. Sort the dependencies.`,
        fixes: () => reorder('Sort the dependencies', file, parts, order),
      });
    }
  },
});

function nameOf(part: Entry | Node): string {
  if (part.kind === 'entry') return part.name;
  return part.kind === 'scalar' ? part.value : '';
}

function compare(a: string, b: string): number {
  return a.localeCompare(b);
}
