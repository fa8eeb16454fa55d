import { items } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const watchAction = composeRule({
  id: 'watch-action',
  summary: 'Watch entries should have what their action needs and nothing else.',
  why: "'rebuild' needs a build and 'sync+exec' a command; 'target', 'exec' and 'initial_sync' have no effect with other actions.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    develop:\n      watch:\n        - action: «rebuild»\n          path: ./src\n',
      good: 'services:\n  web:\n    build: .\n    develop:\n      watch:\n        - action: rebuild\n          path: ./src\n',
    },
    {
      bad: 'services:\n  web:\n    build: .\n    develop:\n      watch:\n        - action: rebuild\n          path: ./src\n          «target»: /app\n',
      good: 'services:\n  web:\n    build: .\n    develop:\n      watch:\n        - action: sync\n          path: ./src\n          target: /app\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const watch of items(service.mapping('develop')?.value('watch'))) {
        if (watch.kind !== 'mapping') continue;
        const action = watch.scalar('action');
        if (!action) continue;
        const { value, at } = action;
        const isAlone = model.role === 'main' && !service.hasUnknownParent;
        if (value === 'rebuild' && isAlone && !service.merged('build')) {
          report({
            at,
            message: `The service '${service.name}' has no build to repeat. Add one, or use 'sync' or 'restart'.`,
          });
        }
        if (value === 'sync+exec' && !watch.get('exec')) {
          report({ at, message: "The action 'sync+exec' needs 'exec.command'. Add it." });
        }
        const idle = (key: string, isUsed: boolean): void => {
          const entry = isUsed ? undefined : watch.get(key);
          if (entry)
            report({
              at: entry.key.at,
              message: `'${key}' has no effect with the action '${value}'. Remove it.`,
              tag: 'unnecessary',
            });
        };
        const isSync = value.startsWith('sync');
        if (!isSync && value !== 'rebuild' && value !== 'restart') continue;
        idle('target', isSync);
        idle('initial_sync', isSync);
        idle('exec', value === 'sync+exec');
      }
    }
  },
});
