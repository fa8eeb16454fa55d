import { hasVariable } from '../model/interpolation.ts';
import { parseSize } from '../model/units.ts';
import { asMapping, asText, items, type Mapping, type Scalar } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const malformedSize = composeError({
  id: 'malformed-size',
  summary: 'Sizes are bytes, or numbers with a unit from b to p.',
  why: "Compose refuses a size it cannot read, such as '512 megabytes' or '1,5g'.",
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    mem_limit: «512 megabytes»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    mem_limit: 512m\n',
    },
  ],
  check({ model }, report) {
    const check = (key: string, value: Scalar | undefined): void => {
      if (value?.type !== 'string' || hasVariable(value.value) || parseSize(value.value) !== undefined) return;
      report({
        at: value.at,
        message: `'${key}' cannot be '${value.value}'. Use a number with a unit, such as '512m'.`,
      });
    };
    for (const service of model.services) {
      for (const key of ['mem_limit', 'mem_reservation', 'memswap_limit', 'shm_size']) check(key, service.text(key));
      check('shm_size', service.mapping('build')?.scalar('shm_size'));
      const resources = asMapping(service.mapping('deploy')?.value('resources'));
      check('memory', memory(resources, 'limits'));
      check('memory', memory(resources, 'reservations'));
      for (const { node } of service.volumes) {
        if (node.kind === 'mapping') check('size', asMapping(node.value('tmpfs'))?.scalar('size'));
      }
      const limits = service.mapping('blkio_config');
      for (const key of ['device_read_bps', 'device_write_bps']) {
        for (const item of items(limits?.value(key))) check('rate', asText(asMapping(item)?.value('rate')));
      }
    }
  },
});

function memory(resources: Mapping | undefined, kind: string): Scalar | undefined {
  return asMapping(resources?.value(kind))?.scalar('memory');
}
