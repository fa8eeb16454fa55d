import type { Report } from '../../lint/rule.ts';
import { parseBoolean } from '../model/units.ts';
import { asMapping, isNull, items, type Mapping } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const conflictingAttributes = composeError({
  id: 'conflicting-attributes',
  summary: 'Attributes that exclude each other must not be used together.',
  why: 'Compose refuses network_mode with networks, two Dockerfiles for one build, and external volumes that are also configured.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    «network_mode»: host\n    networks: [front]\nnetworks:\n  front:\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    networks: [front]\nnetworks:\n  front:\n',
    },
    {
      bad: 'services:\n  web:\n    build:\n      dockerfile: Dockerfile\n      «dockerfile_inline»: FROM nginx:1.27\n',
      good: 'services:\n  web:\n    build:\n      dockerfile_inline: FROM nginx:1.27\n',
    },
    {
      bad: 'services:\n  db:\n    image: postgres:17\n    volumes: ["data:/data"]\nvolumes:\n  data:\n    external: true\n    «driver»: local\n',
      good: 'services:\n  db:\n    image: postgres:17\n    volumes: ["data:/data"]\nvolumes:\n  data:\n    external: true\n',
    },
    {
      bad: 'services: {}\nconfigs:\n  site:\n    file: site.conf\n    «content»: listen 80\n',
      good: 'services: {}\nconfigs:\n  site:\n    file: site.conf\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const networks = service.value('networks');
      const joins = networks?.kind === 'mapping' ? networks.effective.length > 0 : items(networks).length > 0;
      exclusive(service.entry('network_mode'), joins ? 'networks' : undefined, report);
      const build = service.mapping('build');
      exclusive(build?.get('dockerfile_inline'), build?.get('dockerfile') && 'dockerfile', report);
    }
    for (const { value } of model.section('volumes').values()) checkExternalVolume(value, report);
    for (const section of ['configs', 'secrets'] as const) {
      for (const { value } of model.section(section).values()) {
        const [first, ...others] = ['file', 'environment', 'content'].flatMap((key) => value?.get(key) ?? []);
        for (const other of others) exclusive(other, first?.name, report);
      }
    }
  },
});

function exclusive(entry: ReturnType<Mapping['get']>, other: string | undefined, report: Report): void {
  if (!entry || other === undefined || isNull(entry.value)) return;
  report({ at: entry.key.at, message: `'${entry.name}' excludes '${other}'. Remove one of them.` });
}

function checkExternalVolume(volume: Mapping | undefined, report: Report): void {
  const external = volume?.value('external');
  if (!volume || !external) return;
  if (external.kind === 'scalar' && parseBoolean(external.value) !== true) return;
  if (external.kind === 'mapping' && !asMapping(external)?.get('name')) return;
  for (const { name, key } of volume.effective) {
    if (name === 'external' || name === 'name' || name.startsWith('x-')) continue;
    report({ at: key.at, message: `An external volume cannot have '${name}'. Remove it.` });
  }
}
