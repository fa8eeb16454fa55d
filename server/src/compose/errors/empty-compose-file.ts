import { headOf } from '../syntax/places.ts';
import { resolve } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const emptyComposeFile = composeError({
  id: 'empty-compose-file',
  summary: 'A Compose file must hold a mapping.',
  why: 'Compose refuses files that are empty, hold only comments, or begin with a list or a single value.',
  examples: [
    { bad: '«# Nothing yet.»\n', good: 'services: {}\n' },
    { bad: '- «web»\n', good: 'services:\n  web:\n    image: nginx:1.27\n' },
  ],
  check({ tree, lines }, report) {
    if (tree.problems.length > 0) return;
    const roots = tree.documents.flatMap(({ root }) => root ?? []);
    if (roots.length === 0) {
      report({ at: lines.span(0), message: "The file is empty. Add 'services:' with at least one service." });
    }
    for (const root of roots) {
      if (resolve(root)?.kind === 'mapping') continue;
      report({ at: headOf(root), message: "A Compose file is a mapping. Begin with a key such as 'services:'." });
    }
  },
});
