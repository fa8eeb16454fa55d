import { closest } from '../../lint/closest.ts';
import { hasVariable } from '../model/interpolation.ts';
import { valuesAt } from '../model/valuesAt.ts';
import { composeRule } from '../rule.ts';
import { closedValues } from '../schema/values.ts';
import { describe } from '../syntax/places.ts';

export const unsupportedValue = composeRule({
  id: 'unsupported-value',
  summary: 'Words must be among those that Compose and the engine know.',
  why: 'The schema lets these values pass, but the engine refuses or ignores them when the service starts.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    restart: «allways»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    restart: always\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    pull_policy: «sometimes»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    pull_policy: missing\n',
      unfixed: true,
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - target: 80\n        protocol: «http»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - target: 80\n        protocol: tcp\n',
      unfixed: true,
    },
  ],
  check({ model }, report) {
    for (const { path, words, other } of closedValues) {
      for (const value of valuesAt(model, path)) {
        if (value.type !== 'string' || hasVariable(value.value)) continue;
        if (words.includes(value.value) || other?.test(value.value)) continue;
        const near = closest(value.value, words);
        const list = words.length > 8 ? `${words.slice(0, 6).join(', ')} …` : words.join(', ');
        report({
          at: value.at,
          message: `${describe(value)} cannot be '${value.value}'. Use ${near ? `'${near}'` : `one of ${list}`}.`,
          fixes: () =>
            near ? [{ title: `Change to '${near}'`, safe: false, edits: [{ at: value.at, newText: near }] }] : [],
        });
      }
    }
  },
});
