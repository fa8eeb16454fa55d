import { items, type Scalar } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const unquotedPort = composeRule({
  id: 'unquoted-port',
  summary: "Ports in 'ports' and 'expose' should be quoted.",
  why: "Some YAML readers take pairs such as '22:22' for numbers in base 60. Quotes keep every reader from guessing.",
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['dclint/require-quotes-in-ports'],
  severityIn: { dclint: 'warning' },
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - «8080:80»\n    expose: [«9000»]\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "8080:80"\n    expose: ["9000"]\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const ports = service.ports.flatMap(({ node }) => (node.kind === 'scalar' ? [node] : []));
      const exposed = items(service.value('expose')).filter((item): item is Scalar => item.kind === 'scalar');
      for (const port of [...ports, ...exposed]) {
        if (port.style !== 'plain' || port.isEmpty) continue;
        const edits = [{ at: port.at, newText: `"${port.value}"` }];
        report({
          at: port.at,
          message: `The port '${port.value}' is not quoted. Quote it.`,
          fixes: () => [{ title: `Quote '${port.value}'`, safe: true, edits }],
        });
      }
    }
  },
});
