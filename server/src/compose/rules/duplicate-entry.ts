import { hasVariable } from '../model/interpolation.ts';
import { headOf, items, type Node } from '../model/nodes.ts';
import { type KeyValue, readKeyValues, type Service } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** Lists of plain values of which Compose keeps one of each. */
const plainLists = [
  'cap_add',
  'cap_drop',
  'dns',
  'dns_search',
  'dns_opt',
  'expose',
  'links',
  'profiles',
  'tmpfs',
  'env_file',
  'label_file',
];

export const duplicateEntry = composeRule({
  id: 'duplicate-entry',
  summary: 'Lists should not say the same thing twice.',
  why: 'Compose silently keeps the last of two variables, labels, mounts or ports of one key, so the first has no effect.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    environment:\n      - MODE=slow\n      - «MODE»=fast\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    environment:\n      - MODE=fast\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/srv\n      - «./b:/srv»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/srv/a\n      - ./b:/srv/b\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["80:80", «"80:80"»]\n    cap_add: [NET_ADMIN, «NET_ADMIN»]\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["80:80"]\n    cap_add: [NET_ADMIN]\n',
    },
  ],
  check({ model, text }, report) {
    const twice = (at: Node['at'], first: Node['at'], what: string, where: string): void => {
      const message = `${what} is already in '${where}', and only the last one counts. Remove one of them.`;
      report({ at, message, related: [{ at: first, message: 'First entry' }] });
    };
    const checkKeys = (entries: readonly KeyValue[], where: string): void => {
      const seen = new Map<string, KeyValue>();
      for (const entry of entries) {
        const first = seen.get(entry.key);
        if (first && !hasVariable(entry.key)) twice(entry.keyAt, first.keyAt, `'${entry.key}'`, where);
        seen.set(entry.key, entry);
      }
    };
    for (const service of model.services) {
      if (service.value('environment')?.kind === 'sequence') checkKeys(service.environment, 'environment');
      for (const list of ['labels', 'annotations', 'sysctls']) {
        const value = service.value(list);
        if (value?.kind === 'sequence') checkKeys(readKeyValues(value, text), list);
      }
      const args = service.mapping('build')?.value('args');
      if (args?.kind === 'sequence') checkKeys(readKeyValues(args, text), 'args');
      for (const list of plainLists) checkPlain(service.value(list), list, twice);
      checkVolumes(service, twice);
      checkPorts(service, twice);
    }
  },
});

type Twice = (at: Node['at'], first: Node['at'], what: string, where: string) => void;

function checkPlain(list: Node | undefined, where: string, twice: Twice): void {
  const seen = new Map<string, Node>();
  for (const item of items(list)) {
    if (item.kind !== 'scalar' || item.type === 'null') continue;
    const first = seen.get(item.value);
    if (first) twice(item.at, first.at, `'${item.value}'`, where);
    else seen.set(item.value, item);
  }
}

function checkVolumes(service: Service, twice: Twice): void {
  const seen = new Map<string, Node>();
  for (const { target, node } of service.volumes) {
    if (!target || hasVariable(target.text)) continue;
    const first = seen.get(target.text);
    if (first) twice(headOf(node), headOf(first), `A mount at '${target.text}'`, 'volumes');
    seen.set(target.text, node);
  }
}

function checkPorts(service: Service, twice: Twice): void {
  const seen = new Map<string, Node>();
  for (const { mapping, node } of service.ports) {
    if (!mapping) continue;
    const { hostAddress, published, target, protocol } = mapping;
    const key = [hostAddress, published?.from, published?.to, target.from, target.to, protocol].join(' ');
    const first = seen.get(key);
    if (first) twice(headOf(node), headOf(first), 'This port', 'ports');
    seen.set(key, node);
  }
}
