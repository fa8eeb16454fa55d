import { composeError } from './error.ts';

export const environmentKeyBlank = composeError({
  id: 'environment-key-blank',
  summary: "There is no blank between the name of an environment variable and its '='.",
  why: 'Compose refuses names that end in a blank; in a list the text up to the equals sign is the name.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    environment:\n      - «MODE »= fast\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    environment:\n      - MODE=fast\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const { key, keyAt, value } of service.environment) {
        if (value === undefined || !/[ \t]$/.test(key)) continue;
        const blank = { start: keyAt.start + key.trimEnd().length, end: keyAt.end };
        report({
          at: keyAt,
          message: `The name '${key}' ends in a blank. Remove it.`,
          fixes: () => [{ title: 'Remove the blank', safe: false, edits: [{ at: blank, newText: '' }] }],
        });
      }
    }
  },
});
