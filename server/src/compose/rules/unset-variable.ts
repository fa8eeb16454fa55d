import { allVariables, parseInterpolation } from '../model/interpolation.ts';
import { scalarValues } from '../model/scalars.ts';
import { composeRule } from '../rule.ts';

export const unsetVariable = composeRule({
  id: 'unset-variable',
  summary: "Variables should have a default or be set in '.env'.",
  why: 'Compose puts an empty string in place of a variable that is not set, and only warns.',
  category: 'correctness',
  severity: 'info',
  recommended: false,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:«${TAG}»\n',
      good: 'services:\n  web:\n    image: nginx:${TAG:?}\n',
      files: { '.env': 'OTHER=1\n' },
    },
  ],
  check({ model, text, tree }, report) {
    const { environment } = model.context;
    if (!environment) return;
    for (const scalar of scalarValues(tree)) {
      for (const variable of allVariables(parseInterpolation(scalar.value).variables)) {
        const { name, operator, start, end, nameEnd, isBraced } = variable;
        if (operator !== '' || environment.has(name) || name.startsWith('COMPOSE_')) continue;
        // These are set wherever Compose runs.
        if (['HOME', 'PWD', 'USER', 'PATH', 'HOSTNAME', 'SHELL'].includes(name)) continue;
        const after = scalar.spanOf(text, nameEnd, nameEnd).start;
        report({
          at: scalar.spanOf(text, start, end),
          message: `'${name}' has no default and is not set in '.env'. Set it there, or require it with '\${${name}:?}'.`,
          fixes: () => {
            if (!isBraced || !scalar.content(text)) return [];
            return [
              { title: `Require '${name}'`, safe: false, edits: [{ at: { start: after, end: after }, newText: ':?' }] },
            ];
          },
        });
      }
    }
  },
});
