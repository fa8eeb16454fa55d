import { hasVariable } from '../model/interpolation.ts';
import { composeRule } from '../rule.ts';

export const containerNameFormat = composeRule({
  id: 'container-name-format',
  summary: 'Container names begin with a letter or digit and hold only letters, digits, dots, dashes and underscores.',
  why: 'The engine refuses to create a container of any other name; one character is too few.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['dclint/service-container-name-regex'],
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    container_name: «"my web"»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    container_name: my-web\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const name = service.text('container_name');
      if (name?.type !== 'string' || hasVariable(name.value)) continue;
      if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name.value)) continue;
      const message = `'${name.value}' is no container name. Use at least two letters, digits, '.', '_' or '-'.`;
      report({ at: name.at, message });
    }
  },
});
