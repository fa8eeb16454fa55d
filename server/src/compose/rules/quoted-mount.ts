import { isSafePlain } from '../model/plain.ts';
import { composeRule } from '../rule.ts';

export const quotedMount = composeRule({
  id: 'quoted-mount',
  summary: 'Mounts need no quotes.',
  why: 'Unquoted mounts read more easily, and one style throughout a file makes differences stand out.',
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['dclint/no-quotes-in-volumes'],
  severityIn: { dclint: 'warning' },
  examples: [
    {
      bad: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - «'./html:/srv'»\n",
      good: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html:/srv\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const { node } of service.volumes) {
        if (node.kind !== 'scalar' || !node.isQuoted) continue;
        const isFlow = node.parent?.kind === 'sequence' && node.parent.flow;
        if (!isSafePlain(node.value, isFlow)) continue;
        const edits = [{ at: node.at, newText: node.value }];
        report({
          at: node.at,
          message: `The mount '${node.value}' needs no quotes. Remove them.`,
          fixes: () => [{ title: 'Remove the quotes', safe: true, edits }],
        });
      }
    }
  },
});
