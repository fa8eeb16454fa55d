import { hasVariable } from '../model/interpolation.ts';
import { normalizedProjectName } from '../model/project.ts';
import { composeRule } from '../rule.ts';

export const projectNameFormat = composeRule({
  id: 'project-name-format',
  summary: 'The project name should be written as Compose uses it.',
  why: "Compose lower-cases the name and drops all but letters, digits, '-' and '_', so the containers are not called what the file says.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'name: «My Shop»\nservices:\n  web:\n    image: nginx:1.27\n',
      good: 'name: myshop\nservices:\n  web:\n    image: nginx:1.27\n',
    },
  ],
  check({ model }, report) {
    const { name } = model;
    if (name?.type !== 'string' || hasVariable(name.value)) return;
    const normal = normalizedProjectName(name.value);
    if (normal === '' || normal === name.value) return;
    const edits = [{ at: name.at, newText: normal }];
    report({
      at: name.at,
      message: `Compose calls this project '${normal}'. Write it so.`,
      fixes: () => [{ title: `Change to '${normal}'`, safe: true, edits }],
    });
  },
});
