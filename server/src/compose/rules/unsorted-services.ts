import { asMapping } from '../model/nodes.ts';
import { composeRule, reorder } from '../rule.ts';

export const unsortedServices = composeRule({
  id: 'unsorted-services',
  summary: 'Services should be in alphabetical order.',
  why: 'In a long file a service is found where its name says it is.',
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['dclint/services-alphabetical-order'],
  severityIn: { dclint: 'warning' },
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n  «db»:\n    image: postgres:17\n',
      good: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n',
    },
  ],
  check(file, report) {
    for (const root of file.model.roots) {
      const entries = asMapping(root.value('services'))?.entries ?? [];
      if (entries.some(({ name }) => name === '<<')) continue;
      const index = entries.findIndex(
        (entry, at) => at > 0 && (entries[at - 1]?.name ?? '').localeCompare(entry.name) > 0,
      );
      const entry = entries[index];
      const before = entries[index - 1];
      if (!entry || !before) continue;
      const sorted = [...entries].sort((a, b) => a.name.localeCompare(b.name));
      report({
        at: entry.key.at,
        message: `The service '${entry.name}' comes before '${before.name}' in alphabetical order. Sort the services.`,
        fixes: () => reorder('Sort the services', file, entries, sorted),
      });
    }
  },
});
