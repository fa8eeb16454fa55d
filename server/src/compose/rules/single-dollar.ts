import { allVariables, parseInterpolation } from '../model/interpolation.ts';
import { items, type Node, resolve, type Scalar } from '../model/nodes.ts';
import type { Service } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** Variables that every shell in a container has and the host's value of which is of no use there. */
const ofTheContainer = new Set(['HOSTNAME', 'RANDOM', 'PPID', 'SECONDS', 'LINENO']);

export const singleDollar = composeRule({
  id: 'single-dollar',
  summary: "Variables that the container is to expand are written with '$$'.",
  why: "Compose replaces '$NAME' with the value on the host before the container sees the command; '$$NAME' leaves '$NAME' to its shell.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  db:\n    image: mysql:8.4\n    environment:\n      MYSQL_ROOT_PASSWORD: example\n    healthcheck:\n      test: mysqladmin ping -p«$MYSQL_ROOT_PASSWORD»\n',
      good: 'services:\n  db:\n    image: mysql:8.4\n    environment:\n      MYSQL_ROOT_PASSWORD: example\n    healthcheck:\n      test: mysqladmin ping -p$$MYSQL_ROOT_PASSWORD\n',
    },
  ],
  check({ model, text }, report) {
    for (const service of model.services) {
      const known = containerVariables(service);
      for (const scalar of commandTexts(service)) {
        for (const variable of allVariables(parseInterpolation(scalar.value).variables)) {
          const { name, start, end, operator } = variable;
          if (operator !== '' || model.context.environment?.has(name)) continue;
          if (!known.has(name) && !ofTheContainer.has(name)) continue;
          const at = scalar.spanOf(text, start, end);
          const dollar = { start: at.start, end: at.start };
          report({
            at,
            message: `'${scalar.value.slice(start, end)}' is expanded on the host. Write '$$' for the variable of the container.`,
            fixes: () => [{ title: "Write '$$'", safe: false, edits: [{ at: dollar, newText: '$' }] }],
          });
        }
      }
    }
  },
});

/** Variables the service sets to something that does not come from the variable of that name on the host. */
function containerVariables(service: Service): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { key, value } of service.environment) {
    if (value === undefined) continue;
    if (allVariables(parseInterpolation(value).variables).some(({ name }) => name === key)) continue;
    names.add(key);
  }
  return names;
}

/** The scalars that a shell may run. */
function commandTexts(service: Service): Scalar[] {
  const values = [service.value('command'), service.value('entrypoint'), service.mapping('healthcheck')?.value('test')];
  return values.flatMap((value: Node | undefined) => {
    const resolved = value && resolve(value);
    if (resolved?.kind === 'scalar') return [resolved];
    return items(resolved).filter((item): item is Scalar => item.kind === 'scalar');
  });
}
