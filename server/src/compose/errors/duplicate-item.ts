import { items, type Scalar } from '../syntax/tree.ts';
import { composeError } from './error.ts';

/** Lists in which Compose refuses an equal item; in others it drops one silently. */
const lists = ['depends_on', 'networks', 'models', 'security_opt', 'volumes_from', 'group_add', 'external_links'];

export const duplicateItem = composeError({
  id: 'duplicate-item',
  summary: 'Lists of names must not hold an item twice.',
  why: 'Compose refuses such a list.',
  examples: [
    {
      bad: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on:\n      - db\n      - «db»\n',
      good: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on:\n      - db\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const list of lists) {
        const seen = new Map<string, Scalar>();
        for (const item of items(service.value(list))) {
          if (item.kind !== 'scalar' || item.type === 'null') continue;
          const first = seen.get(item.value);
          if (!first) {
            seen.set(item.value, item);
            continue;
          }
          const message = `'${item.value}' is already in '${list}'. Remove it.`;
          report({ at: item.at, message, related: [{ at: first.at, message: `First '${item.value}'` }] });
        }
      }
    }
  },
});
