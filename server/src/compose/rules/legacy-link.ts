import { composeRule } from '../rule.ts';

const replacements = [
  ['links', "Services reach each other by name on a shared network; use 'depends_on' for the order"],
  ['external_links', 'Use an external network'],
  ['volumes_from', 'Use a named volume'],
] as const;

export const legacyLink = composeRule({
  id: 'legacy-link',
  summary: "'links', 'external_links' and 'volumes_from' should give way to networks and named volumes.",
  why: 'They tie containers to each other and to the order they are created in, and networks and named volumes do the same without.',
  category: 'deprecation',
  severity: 'info',
  recommended: false,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    «links»: [db]\n',
      good: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on: [db]\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const [key, advice] of replacements) {
        const entry = service.entry(key);
        if (entry) report({ at: entry.key.at, message: `'${key}' is legacy. ${advice}.`, tag: 'deprecated' });
      }
    }
  },
});
