import { asSequence, headOf, type Node, resolve } from '../model/nodes.ts';
import { splitPort } from '../model/ports.ts';
import { composeRule, reorder } from '../rule.ts';

const collator = new Intl.Collator('en', { numeric: true });

export const unsortedPorts = composeRule({
  id: 'unsorted-ports',
  summary: 'Ports should be in the order of their host ports.',
  why: 'Sorted lists are quick to search, and a port that is taken twice stands out.',
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['dclint/service-ports-alphabetical-order'],
  severityIn: { dclint: 'warning' },
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "8080:80"\n      - «"443:443"»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "443:443"\n      - "8080:80"\n',
    },
  ],
  check(file, report) {
    for (const service of file.model.services) {
      const ports = asSequence(service.value('ports'))?.items ?? [];
      const index = ports.findIndex((port, at) => at > 0 && compare(ports[at - 1], port) > 0);
      const port = ports[index];
      const before = ports[index - 1];
      if (!port || !before) continue;
      const sorted = [...ports].sort(compare);
      report({
        at: headOf(port),
        message: `The host port '${published(port)}' comes before '${published(before)}'. Sort the ports.`,
        fixes: () => reorder('Sort the ports', file, ports, sorted),
      });
    }
  },
});

function compare(a: Node | undefined, b: Node): number {
  return a ? collator.compare(published(a), published(b)) : 0;
}

function published(port: Node): string {
  const node = resolve(port);
  if (node?.kind === 'mapping') return node.scalar('published')?.value ?? '';
  if (node?.kind !== 'scalar') return '';
  const part = splitPort(node.value).published;
  return part ? node.value.slice(...part) : '';
}
