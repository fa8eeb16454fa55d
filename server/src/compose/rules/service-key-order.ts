import { asMapping, type Entry } from '../model/nodes.ts';
import { composeRule, reorder } from '../rule.ts';

const order = [
  'image',
  'build',
  'container_name',
  'depends_on',
  'volumes',
  'volumes_from',
  'configs',
  'secrets',
  'environment',
  'env_file',
  'ports',
  'networks',
  'network_mode',
  'extra_hosts',
  'command',
  'entrypoint',
  'working_dir',
  'restart',
  'healthcheck',
  'logging',
  'labels',
  'user',
  'isolation',
];

export const serviceKeyOrder = composeRule({
  id: 'service-key-order',
  summary: 'The keys of services should come in one order.',
  why: 'In a fixed order — what runs, its dependencies, data, environment, network, behaviour — every service reads alike.',
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['dclint/service-keys-order'],
  severityIn: { dclint: 'warning' },
  examples: [
    {
      bad: 'services:\n  web:\n    ports: ["80:80"]\n    «image»: nginx:1.27\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["80:80"]\n',
    },
  ],
  check(file, report) {
    for (const service of file.model.services) {
      for (const { value } of service.entries) {
        const entries = asMapping(value)?.entries ?? [];
        // Merge keys say something about all that follows and stay where they are.
        if (entries.some(({ name }) => name === '<<')) continue;
        const sorted = [...entries].sort(compare);
        for (const [index, entry] of entries.entries()) {
          const before = entries[index - 1];
          if (!before || compare(before, entry) <= 0) continue;
          report({
            at: entry.key.at,
            message: `'${entry.name}' belongs before '${before.name}'. Reorder the keys.`,
            fixes: () => reorder('Reorder the keys of the service', file, entries, sorted),
          });
        }
      }
    }
  },
});

function compare(a: Entry, b: Entry): number {
  return rank(a) - rank(b) || (rank(a) === order.length ? a.name.localeCompare(b.name) : 0);
}

function rank({ name }: Entry): number {
  const index = order.indexOf(name);
  return index === -1 ? order.length : index;
}
