import type { Entry } from '../model/nodes.ts';
import { composeRule, reorder } from '../rule.ts';

const order = ['version', 'name', 'include', 'services', 'networks', 'volumes', 'secrets', 'configs', 'models'];

export const topLevelOrder = composeRule({
  id: 'top-level-order',
  summary: 'Top-level keys should come in one order.',
  why: 'Extensions, name, includes, services, then what the services use: every file of a project reads alike.',
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['dclint/top-level-properties-order'],
  severityIn: { dclint: 'warning' },
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n«name»: shop\n',
      good: 'name: shop\nservices:\n  web:\n    image: nginx:1.27\n',
    },
  ],
  check(file, report) {
    for (const { entries } of file.model.roots) {
      if (entries.some(({ name }) => name === '<<')) continue;
      const sorted = [...entries].sort((a, b) => rank(a) - rank(b));
      let highest: Entry | undefined;
      for (const entry of entries) {
        if (highest && rank(entry) < rank(highest)) {
          report({
            at: entry.key.at,
            message: `'${entry.name}' belongs before '${highest.name}'. Reorder the top-level keys.`,
            fixes: () => reorder('Reorder the top-level keys', file, entries, sorted),
          });
        } else {
          highest = entry;
        }
      }
    }
  },
});

function rank({ name }: Entry): number {
  if (name.startsWith('x-')) return -1;
  const index = order.indexOf(name);
  return index === -1 ? order.length : index;
}
