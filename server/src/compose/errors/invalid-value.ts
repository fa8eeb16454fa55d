import { closest } from '../../lint/closest.ts';
import { describe } from '../syntax/places.ts';
import { departures } from './departures.ts';
import { composeError } from './error.ts';

export const invalidValue = composeError({
  id: 'invalid-value',
  summary: 'Values must be among those that the Compose specification lists.',
  why: 'Compose refuses words that are not on the list, and numbers that are out of range.',
  examples: [
    {
      bad: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: «healthy»\n',
      good: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: service_healthy\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    privileged: «maybe»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    privileged: true\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    oom_score_adj: «2000»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    oom_score_adj: 1000\n',
    },
  ],
  check(file, report) {
    for (const departure of departures(file)) {
      switch (departure.kind) {
        case 'not-listed': {
          const { value, values } = departure;
          const near = closest(value.value, values) ?? values.find((word) => word.endsWith(`_${value.value}`));
          const edits = [{ at: value.at, newText: near ?? '' }];
          const message = `${describe(value)} cannot be '${value.value}'. Use ${alternatives(values)}.`;
          const fixes = () => (near ? [{ title: `Change to '${near}'`, safe: false, edits }] : []);
          report({ at: value.at, message, fixes });
          break;
        }
        case 'not-boolean': {
          const { value } = departure;
          report({ at: value.at, message: `${describe(value)} cannot be '${value.value}'. Use true or false.` });
          break;
        }
        case 'out-of-range': {
          const { value, shape } = departure;
          const range =
            shape.maximum === undefined
              ? `${shape.minimum} or more`
              : `a number from ${shape.minimum} to ${shape.maximum}`;
          report({
            at: value.at,
            message: `${describe(value)} cannot be ${value.value}. Use ${range}.`.replace(/^an/, 'An'),
          });
          break;
        }
      }
    }
  },
});

function alternatives(values: readonly string[]): string {
  return values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}` : (values[0] ?? '');
}
