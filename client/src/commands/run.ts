import type { ContainerOptions } from '../engine/containers.ts';
import type { Engine } from '../engine/engine.ts';
import type { ImageConfiguration } from '../engine/images.ts';
import { splitTag } from '../model/images.ts';
import type { Records } from '../model/store.ts';
import { targetFacts } from '../model/targets.ts';
import type { Ui } from '../ui/ui.ts';
import { buildDockerfile, lastTag } from './build.ts';
import { command, type Services } from './command.ts';
import { logProgram } from './followLogs.ts';
import { sessionProgram } from './openShell.ts';
import { shellWord } from './wording.ts';

export const runImage = command({
  id: 'images.run',
  title: 'Run…',
  icon: 'play',
  on: 'image',
  group: '1_state',
  inline: 1,
  single: true,
  async run(services, [image]) {
    if (image) await runInteractively(services, services.engine, image.reference);
  },
});

/**
 * Arguments: a Dockerfile as URI or text, and a stage of it. Runs what was built from it last, building it when there is
 * nothing; without a Dockerfile, an image that the user picks.
 */
export const run = command({
  id: 'run',
  title: 'Run Image…',
  async run(services, file, target) {
    const dockerfile = services.workspace.fileOf(file);
    const reference =
      dockerfile === undefined
        ? await pickImage(services)
        : await builtImage(services, dockerfile, typeof target === 'string' ? target : undefined);
    if (reference === undefined) return;
    await services.store.use((engine) => runInteractively(services, engine, reference));
  },
});

async function pickImage({ store, ui }: Services): Promise<string | undefined> {
  return store.use(async () => {
    const images = targetFacts.image.all(store.records);
    const items = images.map((image) => ({ label: targetFacts.image.name(image), value: image.reference }));
    if (items.length === 0) ui.showInformation('There are no images to run.');
    return items.length === 0 ? undefined : ui.pick(items, { title: 'Run Image' });
  });
}

async function builtImage(
  services: Services,
  dockerfile: string,
  target: string | undefined,
): Promise<string | undefined> {
  const tag = lastTag(services, dockerfile, target);
  const exists = tag !== undefined && (await services.store.use((engine) => engine.images.get(tag))) !== undefined;
  return exists ? tag : buildDockerfile(services, dockerfile, target);
}

async function runInteractively(services: Services, engine: Engine, reference: string): Promise<void> {
  const { store, ui } = services;
  const configuration = await engine.images.configuration(reference);
  if (!configuration) return ui.showInformation(`The image '${reference}' does not exist any more.`);
  const options = await askOptions(ui, reference, configuration, store.records);
  if (!options) return;
  services.log(`Equivalent: ${equivalentRun(options)}`);
  const id = await ui.progress(`Run ${reference}`, () => engine.containers.create(options));
  if (options.interactive) await runInTerminal(engine, ui, id, reference);
  else {
    await engine.containers.start(id);
    // One that has already ended and was removed has nothing to show.
    const container = await engine.containers.get(id);
    if (!container) return ui.showInformation(`'${reference}' has run to its end.`);
    const { name } = container;
    ui.openTerminal({ name: `Logs: ${name}`, icon: 'output', program: logProgram(store, [{ name }]) });
  }
}

async function runInTerminal(engine: Engine, ui: Ui, id: string, reference: string): Promise<void> {
  const end = new AbortController();
  const session = await engine.attach(id, end.signal);
  await engine.containers.start(id);
  const program = sessionProgram(session, end);
  ui.openTerminal({ name: splitTag(reference).repository, icon: 'terminal', program });
}

type Wish = 'ports' | 'remove' | 'interactive' | 'name' | 'environment';

/** Asks in one list that Enter accepts as it is, and for texts only when their entry is chosen. */
async function askOptions(
  ui: Ui,
  image: string,
  configuration: ImageConfiguration,
  records: Records,
): Promise<ContainerOptions | undefined> {
  const ports = choosePorts(configuration.exposedPorts, records);
  const shown = ports.map(({ container, host }) => `${host ?? 'any'}→${container.replace(/\/tcp$/, '')}`).join(', ');
  const title = `Run '${image}'`;
  const wishes = await ui.pickMany<Wish>(
    [
      ...(ports.length > 0
        ? [{ label: 'Publish ports', description: shown, picked: true, value: 'ports' as const }]
        : []),
      { label: 'Remove when it ends', description: '--rm', picked: true, value: 'remove' },
      {
        label: 'Interactive, in a terminal',
        description: '-it',
        picked: ports.length === 0 && isShell(configuration),
        value: 'interactive',
      },
      { label: 'Give it a name…', description: '--name', value: 'name' },
      { label: 'Set environment variables…', description: '--env', value: 'environment' },
    ],
    { title },
  );
  if (!wishes) return undefined;
  const name = wishes.includes('name')
    ? await ui.input({ title, prompt: 'Name of the container', validate: validateName })
    : '';
  if (name === undefined) return undefined;
  const environment = wishes.includes('environment')
    ? await ui.input({ title, prompt: 'NAME=value, separated by spaces', validate: validateEnvironment })
    : '';
  if (environment === undefined) return undefined;
  return {
    image,
    ...(name !== '' && { name }),
    environment: environment.split(/\s+/).filter(Boolean),
    ports: wishes.includes('ports') ? ports : [],
    removeWhenDone: wishes.includes('remove'),
    interactive: wishes.includes('interactive'),
  };
}

/** The same port outside as inside, moved up by 8000 where that needs rights; a free one where it is taken. */
function choosePorts(exposed: readonly string[], records: Records): ContainerOptions['ports'] {
  const taken = new Set([...records.containers.values()].flatMap(({ ports }) => ports.map((port) => port.publicPort)));
  return exposed.map((container) => {
    const inside = Number.parseInt(container, 10);
    const host = inside < 1024 ? inside + 8000 : inside;
    return taken.has(host) ? { container } : { container, host };
  });
}

function isShell({ command, entrypoint }: ImageConfiguration): boolean {
  const program = [...entrypoint, ...command].at(-1) ?? '';
  return /^(\/(usr\/)?bin\/)?(sh|bash|ash|zsh|fish|python3?|node|irb|psql|jshell)$/.test(program);
}

function validateName(value: string): string | undefined {
  return /^[a-zA-Z0-9][\w.-]+$/.test(value) ? undefined : 'Letters, digits, and _ . - after the first.';
}

function validateEnvironment(value: string): string | undefined {
  const wrong = value.split(/\s+/).find((each) => each !== '' && !/^[^=]+=/.test(each));
  return wrong === undefined ? undefined : `'${wrong}' is not NAME=value.`;
}

/** The docker command that does the same. */
export function equivalentRun(options: ContainerOptions): string {
  const words = [
    ...(options.interactive ? ['-it'] : ['--detach']),
    ...(options.removeWhenDone ? ['--rm'] : []),
    ...(options.name === undefined ? [] : ['--name', options.name]),
    ...options.ports.flatMap(({ container, host }) => [
      '--publish',
      host === undefined ? container : `${host}:${container}`,
    ]),
    ...options.environment.flatMap((each) => ['--env', each]),
    options.image,
  ];
  return ['docker run', ...words.map(shellWord)].join(' ');
}
