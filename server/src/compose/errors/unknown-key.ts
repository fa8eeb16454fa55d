import { closest } from '../../lint/closest.ts';
import type { Fix } from '../../lint/rule.ts';
import type { ComposeFile } from '../model/file.ts';
import { type Shape, shapesAt } from '../schema/schema.ts';
import { pathOf } from '../syntax/path.ts';
import { asMapping, type Entry, type Mapping, type Scalar } from '../syntax/tree.ts';
import { departures } from './departures.ts';
import { composeError } from './error.ts';

export const unknownKey = composeError({
  id: 'unknown-key',
  summary: 'Only keys of the Compose specification may be used.',
  why: "Compose refuses a file with a key it does not know. Own data goes under keys that begin with 'x-'.",
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    «prots»:\n      - "80:80"\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "80:80"\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    «replicas»: 2\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    deploy:\n      replicas: 2\n',
    },
    { bad: 'services:\n  «my web»:\n    image: nginx:1.27\n', good: 'services:\n  my-web:\n    image: nginx:1.27\n' },
    { bad: '«web»:\n  image: nginx:1.27\n', good: 'services:\n  web:\n    image: nginx:1.27\n' },
  ],
  check(file, report) {
    const isFirstFormat = usesFirstFormat(file);
    for (const departure of departures(file)) {
      if (departure.kind === 'bad-name') {
        const { key } = departure;
        const message = `The name '${key.value}' may only hold letters, digits, '.', '_' and '-'.`;
        report({ at: key.at, message });
      }
      if (departure.kind !== 'unknown-key') continue;
      const { key, mapping, shape } = departure;
      if (isFirstFormat && mapping.parent === undefined) {
        const message = `'${key.value}' is no key of a Compose file. Put services under 'services:'.`;
        report({ at: key.at, message, fixes: () => [underServices(file, mapping)] });
        continue;
      }
      const where = mapping.parent?.kind === 'entry' ? ` in '${mapping.parent.name}'` : '';
      const suggestion = suggest(key, mapping, shape);
      report({
        at: key.at,
        message: `There is no key '${key.value}'${where}. ${suggestion.advice}`,
        fixes: () => (suggestion.replacement === undefined ? [] : [rename(key, suggestion.replacement)]),
      });
    }
  },
});

interface Suggestion {
  readonly advice: string;
  readonly replacement?: string;
}

/** Keys that other tools, earlier file formats and the docker command use, and what they are called here. */
const otherNames: Readonly<Record<string, string>> = {
  net: 'network_mode',
  env: 'environment',
  envs: 'environment',
  environments: 'environment',
  cmd: 'command',
  args: 'command',
  dns_servers: 'dns',
  links_to: 'links',
  mounts: 'volumes',
  volume: 'volumes',
  network: 'networks',
  hosts: 'extra_hosts',
  name: 'container_name',
  memory: 'mem_limit',
  workdir: 'working_dir',
  health_check: 'healthcheck',
  interactive: 'stdin_open',
};

/** Keys of a service that live deeper now. */
const movedKeys: Readonly<Record<string, string>> = {
  log_driver: 'logging.driver',
  log_opt: 'logging.options',
  restart_policy: 'deploy.restart_policy',
  dockerfile: 'build.dockerfile',
  dockerfile_inline: 'build.dockerfile_inline',
  context: 'build.context',
  target: 'build.target',
  args: 'build.args',
  replicas: 'deploy.replicas',
  resources: 'deploy.resources',
  limits: 'deploy.resources.limits',
  reservations: 'deploy.resources.reservations',
  placement: 'deploy.placement',
  update_config: 'deploy.update_config',
  watch: 'develop.watch',
  test: 'healthcheck.test',
  retries: 'healthcheck.retries',
  interval: 'healthcheck.interval',
  timeout: 'healthcheck.timeout',
  start_period: 'healthcheck.start_period',
};

function suggest(key: Scalar, mapping: Mapping, shape: Shape): Suggestion {
  const name = key.value;
  const path = pathOf(mapping);
  if (path.length === 2 && path[0] === 'services') {
    const moved = Object.hasOwn(movedKeys, name) ? movedKeys[name] : undefined;
    if (moved) return { advice: `Write it as '${moved}'.` };
    if (name === 'volume_driver') return { advice: "Set 'driver' of the volume at top level." };
    const other = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
    if (other) return withReplacement(other, mapping);
  }
  const near = closest(name, shape.properties.keys());
  if (near) return withReplacement(near, mapping);
  if (path.length > 0 && shapesAt(path.slice(0, -1)).some((outer) => outer.properties.has(name))) {
    return { advice: `Indent it less: it belongs beside '${String(path.at(-1))}'.` };
  }
  return { advice: "Remove it, or begin it with 'x-'." };
}

function withReplacement(name: string, mapping: Mapping): Suggestion {
  if (mapping.get(name)) return { advice: `Add it to '${name}', which is already there.` };
  return { advice: `Use '${name}'.`, replacement: name };
}

function rename(key: Scalar, name: string): Fix {
  const quote = key.isQuoted ? (key.style === 'single' ? "'" : '"') : '';
  return { title: `Change to '${name}'`, safe: false, edits: [{ at: key.at, newText: `${quote}${name}${quote}` }] };
}

/** True when services stand at top level, as in the first format of Compose files. */
function usesFirstFormat({ model }: ComposeFile): boolean {
  const [root, second] = model.roots;
  if (!root || second || root.get('services')) return false;
  const others = root.effective.filter((entry) => isServiceOfFirstFormat(entry));
  return (
    others.length > 0 &&
    others.every(({ value }) => {
      const service = asMapping(value);
      return service?.get('image') !== undefined || service?.get('build') !== undefined;
    })
  );
}

function isServiceOfFirstFormat({ name }: Entry): boolean {
  return (
    !name.startsWith('x-') &&
    !['version', 'name', 'networks', 'volumes', 'secrets', 'configs', 'include', 'models'].includes(name)
  );
}

function underServices(file: ComposeFile, root: Mapping): Fix {
  const edits = [];
  let opened = false;
  for (const entry of root.entries) {
    if (!isServiceOfFirstFormat(entry)) continue;
    const first = file.lines.lineAt(entry.at.start);
    const last = file.lines.lineAt(entry.at.end);
    for (let line = first; line <= last; line++) {
      const { start, end } = file.lines.span(line);
      const head = opened ? '' : 'services:\n';
      opened = true;
      if (end > start) edits.push({ at: { start, end: start }, newText: `${head}  ` });
    }
  }
  return { title: "Put the services under 'services:'", safe: false, edits };
}
