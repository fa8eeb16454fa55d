import { isNull } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const missingSource = composeError({
  id: 'missing-source',
  summary: 'A config or secret must say where its content comes from.',
  why: "Compose refuses one that is not external and has no 'file' and no 'environment'; a config may also have 'content'.",
  examples: [
    {
      bad: 'services: {}\nsecrets:\n  «token»:\n    name: api-token\n',
      good: 'services: {}\nsecrets:\n  token:\n    file: ./token.txt\n',
    },
    {
      bad: 'services: {}\nconfigs:\n  «site»: {}\n',
      good: 'services: {}\nconfigs:\n  site:\n    content: listen 80\n',
    },
  ],
  check({ model }, report) {
    if (model.role !== 'main') return;
    for (const [section, keys] of [
      ['configs', ['file', 'environment', 'content']],
      ['secrets', ['file', 'environment']],
    ] as const) {
      for (const { name, nameAt, value } of model.section(section).values()) {
        // One that is null has the wrong type; others may be completed by an override or included file.
        if (!value || value.get('external')) continue;
        if (keys.some((key) => value.get(key) && !isNull(value.get(key)?.value))) continue;
        if (model.context.overrides.some((project) => project.section(section).has(name))) continue;
        if (model.included.some((project) => project.defines(section, name))) continue;
        const kind = section === 'configs' ? 'config' : 'secret';
        report({
          at: nameAt,
          message: `The ${kind} '${name}' has no content. Give it '${keys.join("', '")}' or 'external'.`,
        });
      }
    }
  },
});
