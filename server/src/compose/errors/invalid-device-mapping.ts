import { hasVariable } from '../model/interpolation.ts';
import { asMapping, items, type Mapping } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const invalidDeviceMapping = composeError({
  id: 'invalid-device-mapping',
  summary: "Devices are 'HOST[:CONTAINER[:PERMISSIONS]]'; reservations take a count or device ids.",
  why: 'Compose refuses devices it cannot read, and reservations that give both a count and ids.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    devices:\n      - «/dev/a:/dev/b:rw:m»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    devices:\n      - /dev/a:/dev/b:rwm\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    gpus:\n      - driver: nvidia\n        count: «two»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    gpus:\n      - driver: nvidia\n        count: 2\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const device of items(service.value('devices'))) {
        if (device.kind !== 'scalar' || hasVariable(device.value)) continue;
        if (device.value.split(':').length <= 3) continue;
        const message = `'${device.value}' has too many parts. Write host, container and permissions, or the long form.`;
        report({ at: device.at, message });
      }
      const resources = asMapping(service.mapping('deploy')?.value('resources'));
      const reserved = asMapping(resources?.value('reservations'))?.value('devices');
      for (const device of [...items(service.value('gpus')), ...items(reserved)]) {
        if (device.kind === 'mapping') checkReservation(device, report);
      }
    }
  },
});

function checkReservation(device: Mapping, report: (finding: { at: Mapping['at']; message: string }) => void): void {
  const count = device.scalar('count');
  const ids = device.get('device_ids');
  if (count && !/^(?:all|-?\d+)$/i.test(count.value) && !hasVariable(count.value)) {
    report({ at: count.at, message: `'count' cannot be '${count.value}'. Use a number or 'all'.` });
  }
  if (count && ids) report({ at: ids.key.at, message: "'device_ids' excludes 'count'. Remove one of them." });
}
