import { readKeyValues } from '../model/service.ts';
import { composeRule } from '../rule.ts';

export const reservedLabel = composeRule({
  id: 'reserved-label',
  summary: "Labels must not begin with 'com.docker.compose'.",
  why: 'Compose keeps its own state in labels of that name and refuses or overwrites those of others.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    labels:\n      «com.docker.compose.project»: shop\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    labels:\n      com.example.project: shop\n',
    },
  ],
  check({ model, text }, report) {
    const labels = [...model.services].flatMap((service) => [
      ...service.keyValues('labels'),
      ...readKeyValues(service.mapping('build')?.value('labels'), text),
    ]);
    for (const section of ['networks', 'volumes'] as const) {
      for (const { value } of model.section(section).values())
        labels.push(...readKeyValues(value?.value('labels'), text));
    }
    for (const { key, keyAt } of labels) {
      if (!key.startsWith('com.docker.compose')) continue;
      report({ at: keyAt, message: `Labels that begin with 'com.docker.compose' are reserved. Rename '${key}'.` });
    }
  },
});
