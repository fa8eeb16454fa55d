import { asMapping, type Scalar } from '../model/nodes.ts';
import { parseSize } from '../model/units.ts';
import { composeRule } from '../rule.ts';

export const contradictoryMemory = composeRule({
  id: 'contradictory-memory',
  summary: 'Memory reservations must not exceed limits, and swap limits include memory.',
  why: 'The engine refuses to start the container.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    mem_limit: 256m\n    mem_reservation: «512m»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    mem_limit: 512m\n    mem_reservation: 256m\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    mem_limit: 512m\n    memswap_limit: «256m»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    mem_limit: 512m\n    memswap_limit: 1g\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const resources = asMapping(service.mapping('deploy')?.value('resources'));
      const limit = service.text('mem_limit');
      const deployed = asMapping(resources?.value('limits'))?.scalar('memory');
      for (const [upper, lower] of [
        [limit, service.text('mem_reservation')],
        [deployed, asMapping(resources?.value('reservations'))?.scalar('memory')],
      ]) {
        if (lower && less(upper, lower)) {
          const message = `The reservation '${lower.value}' exceeds the limit '${upper?.value ?? ''}'. Lower it.`;
          report({ at: lower.at, message });
        }
      }
      const swap = service.text('memswap_limit');
      if (swap && (parseSize(swap.value) ?? 0) > 0 && less(swap, limit)) {
        const message = `'memswap_limit' counts memory and swap together and must be at least '${limit?.value ?? ''}'. Raise it.`;
        report({ at: swap.at, message });
      }
    }
  },
});

function less(a: Scalar | undefined, b: Scalar | undefined): boolean {
  const [first, second] = [a && parseSize(a.value), b && parseSize(b.value)];
  return first !== undefined && second !== undefined && first > 0 && first < second;
}
