import { headOf } from '../syntax/places.ts';
import { departures } from './departures.ts';
import { composeError } from './error.ts';

export const nonStringKey = composeError({
  id: 'non-string-key',
  summary: 'Keys must be strings.',
  why: 'Compose refuses keys that YAML reads as numbers, booleans, null or collections.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    labels:\n      «80»: http\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    labels:\n      "80": http\n',
    },
  ],
  check(file, report) {
    for (const departure of departures(file)) {
      if (departure.kind !== 'non-string-key') continue;
      const { key } = departure;
      const at = headOf(key);
      if (key.kind !== 'scalar') {
        report({ at, message: 'A key must be a string.' });
        continue;
      }
      const edits = [{ at, newText: `"${key.value}"` }];
      report({
        at,
        message: `The key '${key.value}' is read as ${key.type === 'null' ? 'null' : `a ${key.type}`}. Quote it.`,
        fixes: () => (key.isEmpty ? [] : [{ title: `Quote '${key.value}'`, safe: true, edits }]),
      });
    }
  },
});
