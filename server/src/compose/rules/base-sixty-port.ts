import { composeRule } from '../rule.ts';

export const baseSixtyPort = composeRule({
  id: 'base-sixty-port',
  summary: 'Ports that some YAML readers take for a number in base 60 must be quoted.',
  why: "By YAML 1.1 an unquoted '22:22' is the number 1342. Compose reads it well today, older tools and other readers of the file do not.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  near: ['dclint/require-quotes-in-ports'],
  examples: [
    {
      bad: 'services:\n  git:\n    image: gitea/gitea:1.22\n    ports:\n      - «22:22»\n      - 3000:3000\n',
      good: 'services:\n  git:\n    image: gitea/gitea:1.22\n    ports:\n      - "22:22"\n      - 3000:3000\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const { node } of service.ports) {
        // Base 60: every part behind the first is below 60.
        if (node.kind !== 'scalar' || node.style !== 'plain' || !/^[1-9]\d*(?::[0-5]?\d)+$/.test(node.value)) continue;
        const edits = [{ at: node.at, newText: `"${node.value}"` }];
        report({
          at: node.at,
          message: `Some YAML readers take '${node.value}' for a number in base 60. Quote it.`,
          fixes: () => [{ title: `Quote '${node.value}'`, safe: true, edits }],
        });
      }
    }
  },
});
