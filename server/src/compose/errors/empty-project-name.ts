import { hasVariable } from '../model/interpolation.ts';
import { normalizedProjectName } from '../model/project.ts';
import { composeError } from './error.ts';

export const emptyProjectName = composeError({
  id: 'empty-project-name',
  summary: 'The project name must hold a letter or digit.',
  why: 'Compose drops all other characters from the name and refuses a name of which nothing is left.',
  examples: [{ bad: 'name: «"---"»\nservices: {}\n', good: 'name: shop\nservices: {}\n' }],
  check({ model }, report) {
    const { name } = model;
    if (name?.type !== 'string' || name.value === '' || hasVariable(name.value)) return;
    if (normalizedProjectName(name.value) !== '') return;
    report({
      at: name.at,
      message: `Nothing is left of the project name '${name.value}'. Use lower-case letters and digits.`,
    });
  },
});
