import { parseInterpolation } from '../model/interpolation.ts';
import { composeRule } from '../rule.ts';

export const variableInKey = composeRule({
  id: 'variable-in-key',
  summary: 'Keys should not hold variables.',
  why: 'Compose expands variables in values only; a key keeps its dollar sign and braces.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    labels:\n      «traefik.http.routers.${NAME}.rule»: Host(`a`)\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    labels:\n      - traefik.http.routers.${NAME}.rule=Host(`a`)\n',
    },
  ],
  check({ model, text }, report) {
    if (!text.includes('$')) return;
    for (const service of model.services) {
      const build = service.mapping('build')?.value('args');
      for (const mapping of [
        ...['environment', 'labels', 'annotations', 'sysctls'].map((key) => service.value(key)),
        build,
      ]) {
        if (mapping?.kind !== 'mapping') continue;
        for (const { key, name } of mapping.effective) {
          if (parseInterpolation(name).variables.length === 0) continue;
          report({
            at: key.at,
            message: `Compose does not expand the variable in the key '${name}'. Use a list of 'KEY=value'.`,
          });
        }
      }
    }
  },
});
