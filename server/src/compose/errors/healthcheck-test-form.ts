import { items } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const healthcheckTestForm = composeError({
  id: 'healthcheck-test-form',
  summary: 'A health check given as a list begins with CMD, CMD-SHELL or NONE.',
  why: 'Compose refuses any other first item. A string is run in a shell and needs no such word.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    healthcheck:\n      test: [«"curl"», "-f", "http://localhost"]\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    healthcheck:\n      test: ["CMD", "curl", "-f", "http://localhost"]\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const first = items(service.mapping('healthcheck')?.value('test'))[0];
      if (first?.kind !== 'scalar' || first.type !== 'string' || first.value.includes('$')) continue;
      if (['CMD', 'CMD-SHELL', 'NONE'].includes(first.value)) continue;
      const { start } = first.at;
      const newText = first.parent?.kind === 'sequence' && first.parent.flow ? '"CMD", ' : undefined;
      report({
        at: first.at,
        message: `The list must begin with CMD, CMD-SHELL or NONE, not '${first.value}'. Put CMD before it.`,
        fixes: () =>
          newText ? [{ title: 'Put CMD before it', safe: false, edits: [{ at: { start, end: start }, newText }] }] : [],
      });
    }
  },
});
