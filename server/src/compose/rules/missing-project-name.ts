import { composeRule } from '../rule.ts';

export const missingProjectName = composeRule({
  id: 'missing-project-name',
  summary: 'A Compose file should name its project.',
  why: "Without 'name' the project is called like its folder: renaming or copying the folder loses track of containers and volumes.",
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['dclint/require-project-name-field'],
  severityIn: { dclint: 'warning' },
  examples: [
    {
      bad: '«services»:\n  web:\n    image: nginx:1.27\n',
      good: 'name: shop\nservices:\n  web:\n    image: nginx:1.27\n',
    },
  ],
  check({ model }, report) {
    const first = model.roots[0]?.entries[0];
    if (!first || model.role === 'override' || model.entry('name')) return;
    report({ at: first.key.at, message: "The project has no name. Add 'name:' at top level." });
  },
});
