import { hasVariable } from '../model/interpolation.ts';
import { cleanTarget } from '../model/volumes.ts';
import { items } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const mountTargetConflict = composeError({
  id: 'mount-target-conflict',
  summary: 'Only one thing can be mounted at a path.',
  why: "Compose refuses a service that mounts a volume where it also mounts a 'tmpfs', or two volumes at two spellings of one path.",
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    tmpfs: /cache\n    volumes:\n      - ./cache:«/cache/»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./cache:/cache\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const taken = new Map<string, { what: string; written: string }>();
      const tmpfs = service.value('tmpfs');
      for (const item of tmpfs?.kind === 'scalar' ? [tmpfs] : items(tmpfs)) {
        if (item.kind !== 'scalar' || hasVariable(item.value)) continue;
        const target = item.value.split(':')[0] ?? '';
        taken.set(cleanTarget(target), { what: 'tmpfs', written: '' });
      }
      for (const { target } of service.volumes) {
        if (!target || hasVariable(target.text)) continue;
        const clean = cleanTarget(target.text);
        const first = taken.get(clean);
        // Of two volumes at literally the same target Compose keeps the last.
        if (first && first.written !== target.text) {
          const { at } = target;
          const message = `'${target.text}' is already the target of an entry of '${first.what}'. Use another path.`;
          report({ at, message });
        }
        if (!first) taken.set(clean, { what: 'volumes', written: target.text });
      }
    }
  },
});
