import type { Fix } from '../../lint/rule.ts';
import type { SchemaType } from '../schema/schema.ts';
import { describe, entryOf, headOf } from '../syntax/places.ts';
import type { Mapping, Scalar, Sequence } from '../syntax/tree.ts';
import { departures } from './departures.ts';
import { composeError } from './error.ts';

export const wrongType = composeError({
  id: 'wrong-type',
  summary: 'Values must have the type that the Compose specification asks for.',
  why: 'Compose refuses a list where a mapping belongs, a number where a string belongs, and keys without a value.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports: «80»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["80"]\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    user: «1000»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    user: "1000"\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    environment:\n      - «MODE»: fast\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    environment:\n      - MODE=fast\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    «ports»:\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n',
    },
  ],
  check(file, report) {
    const { role } = file.model;
    for (const departure of departures(file)) {
      if (departure.kind !== 'wrong-type') continue;
      const { value, expected } = departure;
      // A root that is no mapping is reported as such.
      if (value.parent === undefined) continue;
      const isNull = value.kind === 'scalar' && value.type === 'null';
      // In a file that overrides another one, null leaves what the other says.
      if (isNull && role !== 'main') continue;
      if (value.tag?.name === '!override' && isNull) continue;
      report({
        at: headOf(value),
        message: isNull
          ? `${describe(value)} has no value. Give it ${listed(expected)}, or remove it.`
          : `${describe(value)} must be ${listed(expected)}, not ${actual(value)}.${advice(value, expected)}`,
        fixes: () => fixes(value, expected),
      });
    }
  },
});

const names: Readonly<Record<SchemaType, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'empty',
};

function listed(types: readonly SchemaType[]): string {
  const parts = types.filter((type) => type !== 'null' && !(type === 'integer' && types.includes('number')));
  const words = parts.map((type) => names[type]);
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? 'empty');
}

function actual(value: Scalar | Mapping | Sequence): string {
  if (value.kind === 'mapping') return 'a mapping';
  if (value.kind === 'sequence') return 'a list';
  switch (value.type) {
    case 'integer':
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return 'a string';
  }
}

function advice(value: Scalar | Mapping | Sequence, expected: readonly SchemaType[]): string {
  if (value.kind === 'scalar' && value.style === 'plain' && expected.includes('string')) return ' Quote it.';
  if (value.kind === 'mapping' && isAssignment(value, expected)) return " Write 'KEY=value'.";
  return '';
}

/** `- KEY: value` in a list of `KEY=value`. */
function isAssignment(value: Mapping, expected: readonly SchemaType[]): boolean {
  if (value.parent?.kind !== 'sequence' || !expected.includes('string') || value.entries.length !== 1) return false;
  return /^(?:environment|labels|args|annotations|sysctls)$/.test(entryOf(value)?.name ?? '');
}

function fixes(value: Scalar | Mapping | Sequence, expected: readonly SchemaType[]): Fix[] {
  if (value.kind === 'scalar' && value.style === 'plain' && !value.isEmpty && expected.includes('string')) {
    return [{ title: `Quote '${value.value}'`, safe: true, edits: [{ at: value.at, newText: `"${value.value}"` }] }];
  }
  const entry = value.kind === 'mapping' && isAssignment(value, expected) ? value.entries[0] : undefined;
  if (entry?.value.kind === 'scalar' && entry.colon !== -1 && !entry.value.isEmpty && entry.value.style === 'plain') {
    const at = { start: entry.key.at.end, end: entry.value.at.start };
    return [{ title: "Write 'KEY=value'", safe: true, edits: [{ at, newText: '=' }] }];
  }
  if (
    value.kind === 'scalar' &&
    value.type === 'string' &&
    expected.includes('array') &&
    !expected.includes('string')
  ) {
    const { start, end } = value.at;
    const edits = [
      { at: { start, end: start }, newText: '[' },
      { at: { start: end, end }, newText: ']' },
    ];
    return value.style === 'plain' || value.isQuoted ? [{ title: 'Make it a list', safe: false, edits }] : [];
  }
  return [];
}
