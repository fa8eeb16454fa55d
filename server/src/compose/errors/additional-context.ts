import { composeError } from './error.ts';

export const additionalContext = composeError({
  id: 'additional-context',
  summary: "Additional build contexts are 'NAME=CONTEXT', and services among them must be built.",
  why: 'Compose refuses contexts without a name, and services that have only an image.',
  examples: [
    {
      bad: 'services:\n  web:\n    build:\n      context: .\n      additional_contexts:\n        - «./shared»\n',
      good: 'services:\n  web:\n    build:\n      context: .\n      additional_contexts:\n        - shared=./shared\n',
    },
    {
      bad: 'services:\n  base:\n    image: nginx:1.27\n  web:\n    build:\n      context: .\n      additional_contexts:\n        base: service:«base»\n',
      good: 'services:\n  base:\n    build: ./base\n  web:\n    build:\n      context: .\n      additional_contexts:\n        base: service:base\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const contexts = service.mapping('build')?.value('additional_contexts');
      if (contexts?.kind !== 'sequence') continue;
      for (const item of contexts.items) {
        if (item.kind !== 'scalar' || item.type === 'null' || item.value.includes('=')) continue;
        report({ at: item.at, message: `'${item.value}' has no name. Write 'NAME=${item.value}'.` });
      }
    }
    for (const { attribute, section, name, at } of model.references) {
      if (attribute !== 'build' || section !== 'services') continue;
      const target = model.anyService(name);
      if (!target || target.hasUnknownParent || target.merged('build')) continue;
      report({ at, message: `The service '${name}' is not built, so it cannot be a build context. Give it a build.` });
    }
  },
});
