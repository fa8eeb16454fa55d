import { headOf } from '../syntax/places.ts';
import { items } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const watchWithoutTarget = composeError({
  id: 'watch-without-target',
  summary: "Watch actions that copy files need a 'target'.",
  why: 'Compose refuses a sync action that does not say where in the container the files go.',
  examples: [
    {
      bad: 'services:\n  web:\n    build: .\n    develop:\n      watch:\n        - action: «sync»\n          path: ./src\n',
      good: 'services:\n  web:\n    build: .\n    develop:\n      watch:\n        - action: sync\n          path: ./src\n          target: /app/src\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const watch of items(service.mapping('develop')?.value('watch'))) {
        if (watch.kind !== 'mapping') continue;
        const action = watch.scalar('action');
        if (action?.value.startsWith('sync') && !watch.get('target')) {
          report({
            at: headOf(action),
            message: `The action '${action.value}' needs a 'target'. Add the path in the container.`,
          });
        }
      }
    }
  },
});
