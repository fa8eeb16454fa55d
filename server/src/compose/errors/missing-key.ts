import { describe, headOf } from '../syntax/places.ts';
import { departures } from './departures.ts';
import { composeError } from './error.ts';

export const missingKey = composeError({
  id: 'missing-key',
  summary: 'Required keys must be there.',
  why: 'Compose refuses an object that lacks a key the specification requires.',
  examples: [
    {
      bad: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on:\n      «db»:\n        restart: true\n',
      good: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        restart: true\n        condition: service_started\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - «source»: data\n        target: /data\nvolumes:\n  data:\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - type: volume\n        source: data\n        target: /data\nvolumes:\n  data:\n',
    },
  ],
  check(file, report) {
    // Files that override others may leave the key to them.
    const { role, isComplete } = file.model;
    if (role === 'override' || (role === 'other' && !isComplete)) return;
    for (const departure of departures(file)) {
      if (departure.kind !== 'missing-key') continue;
      const { mapping, key } = departure;
      report({ at: headOf(mapping), message: `${describe(mapping)} needs '${key}'. Add it.` });
    }
  },
});
