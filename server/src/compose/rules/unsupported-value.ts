import { closest } from '../../lint/closest.ts';
import type { Report } from '../../lint/rule.ts';
import { hasVariable } from '../model/interpolation.ts';
import { describe, type Scalar } from '../model/nodes.ts';
import { scalarsAt } from '../model/scalarsAt.ts';
import { composeRule } from '../rule.ts';
import { type ClosedValue, closedValues } from '../schema/values.ts';

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
    for (const service of model.services) {
      for (const mapping of service.own) {
        for (const entry of mapping.effective) {
          for (const closed of byAttribute.get(entry.name) ?? []) {
            for (const value of scalarsAt(entry.value, closed.path, attributeAt + 1)) check(value, closed, report);
          }
        }
      }
    }
  },
});

/** Where in the paths the attribute of the service stands: `services.*.restart`. */
const attributeAt = 2;
const byAttribute = new Map<string, ClosedValue[]>();
for (const closed of closedValues) {
  const attribute = closed.path[attributeAt] ?? '';
  byAttribute.set(attribute, [...(byAttribute.get(attribute) ?? []), closed]);
}

function check(value: Scalar, { words, other }: ClosedValue, report: Report): void {
  if (value.type !== 'string' || value.value === '' || hasVariable(value.value)) return;
  if (words.includes(value.value) || other?.test(value.value)) return;
  const near = closest(value.value, words);
  const list = words.length > 8 ? `${words.slice(0, 6).join(', ')} …` : words.join(', ');
  report({
    at: value.at,
    message: `${describe(value)} cannot be '${value.value}'. Use ${near ? `'${near}'` : `one of ${list}`}.`,
    fixes: () =>
      near ? [{ title: `Change to '${near}'`, safe: false, edits: [{ at: value.at, newText: near }] }] : [],
  });
}
