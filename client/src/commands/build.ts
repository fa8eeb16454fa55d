import { basename, dirname, relative } from 'node:path';
import { toEngineError } from '../engine/errors.ts';
import type { TerminalProgram } from '../ui/ui.ts';
import { command, type Placement, type Services } from './command.ts';
import { equivalent } from './wording.ts';

const dockerfileMenu = (menu: Placement['menu']): Placement => ({
  menu,
  when: 'resourceLangId == dockerfile && isWorkspaceTrusted',
  group: '3_dockwright@1',
});

/** Arguments: the Dockerfile as URI or text, and the stage to stop at. */
export const build = command({
  id: 'build',
  title: 'Build Image…',
  icon: 'package',
  enablement: 'isWorkspaceTrusted',
  places: [dockerfileMenu('explorer/context'), dockerfileMenu('editor/context')],
  async run(services, file, target) {
    const dockerfile = await chooseDockerfile(services, file);
    if (dockerfile === undefined) return;
    await buildDockerfile(services, dockerfile, typeof target === 'string' ? target : undefined);
  },
});

/** The Dockerfile that an argument names, else the active one, else one that the user picks. */
export async function chooseDockerfile({ workspace, ui }: Services, argument: unknown): Promise<string | undefined> {
  const given = workspace.fileOf(argument) ?? workspace.activeDockerfile();
  if (given !== undefined) return given;
  const files = await workspace.dockerfiles();
  if (files.length === 0) {
    ui.showInformation('There is no Dockerfile in the opened folders.');
    return undefined;
  }
  const items = files.map((value) => {
    const folder = workspace.folderOf(value);
    return { label: folder === undefined ? value : relative(folder, value), value };
  });
  return ui.pick(items, { title: 'Dockerfile' });
}

/** The tag that a Dockerfile, or a stage of it, was last built under. */
export function lastTag(
  { ui }: Pick<Services, 'ui'>,
  dockerfile: string,
  target: string | undefined,
): string | undefined {
  return ui.recall(`tag ${dockerfile} ${target ?? ''}`);
}

/** Asks for tag and folder and builds in a terminal. Answers the tag once it is built, `undefined` when it is not. */
export async function buildDockerfile(
  services: Services,
  dockerfile: string,
  target: string | undefined,
): Promise<string | undefined> {
  const { ui, workspace } = services;
  if (!workspace.isTrusted()) {
    ui.showInformation('A build runs what the folder contains. Trust the folder first.');
    return undefined;
  }
  const folder = await chooseFolder(services, dockerfile);
  if (folder === undefined) return undefined;
  const tag = await ui.input({
    title: target === undefined ? 'Build Image' : `Build Image: Stage '${target}'`,
    prompt: 'Name and tag of the image',
    value:
      lastTag(services, dockerfile, target) ?? defaultTag(dirname(dockerfile), workspace.folderOf(dockerfile), target),
    validate: (value) => (isTag(value) ? undefined : 'A name such as shop/web:1.2, in lower case.'),
  });
  if (tag === undefined) return undefined;
  await workspace.save(dockerfile);
  await ui.remember(`tag ${dockerfile} ${target ?? ''}`, tag);
  return new Promise((resolve) => {
    const options = { folder, dockerfile, tag, ...(target !== undefined && { target }) };
    const program = buildProgram(services, options, (built) => resolve(built ? tag : undefined));
    ui.openTerminal({ name: `Build: ${tag}`, icon: 'package', program });
  });
}

interface Options {
  readonly folder: string;
  readonly dockerfile: string;
  readonly tag: string;
  readonly target?: string;
}

function buildProgram({ store, log }: Services, options: Options, done: (built: boolean) => void): TerminalProgram {
  const words = ['--tag', options.tag, ...(options.target === undefined ? [] : ['--target', options.target])];
  const line = equivalent('docker build --file', options.dockerfile, ...words, options.folder);
  return {
    async run(screen) {
      const print = (text: string) => screen.write(text.replaceAll('\n', '\r\n'));
      print(`${dim}${line}${plain}\n\n`);
      let built = false;
      try {
        await store.use(async (engine) => {
          for await (const event of engine.build(options, screen.signal)) {
            if (event.kind === 'text') print(event.text);
            else built = true;
          }
        });
        print(built ? `\n${green}Built '${options.tag}'.${plain}\n` : `\n${dim}The build was cancelled.${plain}\n`);
      } catch (error) {
        const failure = toEngineError(error);
        log(`Build of ${options.dockerfile} failed (${failure.kind}): ${failure.message}`);
        print(`\n${red}${failure.message}${plain}\n`);
      }
      done(built);
      print(`${dim}Press any key to close.${plain}`);
      return 'keep';
    },
  };
}

async function chooseFolder({ ui, workspace }: Services, dockerfile: string): Promise<string | undefined> {
  const own = dirname(dockerfile);
  const root = workspace.folderOf(dockerfile);
  if (root === undefined || root === own) return own;
  const key = `folder ${dockerfile}`;
  const last = ui.recall(key);
  const items = [
    { label: basename(own), description: 'folder of the Dockerfile', detail: own, value: own },
    { label: basename(root), description: 'opened folder', detail: root, value: root },
  ];
  const picked = await ui.pick(last === root ? items.toReversed() : items, { title: 'Build context' });
  if (picked !== undefined) await ui.remember(key, picked);
  return picked;
}

/** The names of the opened folder and of the Dockerfile's own, in the letters that image names may have. */
function defaultTag(own: string, root: string | undefined, target: string | undefined): string {
  const names = root === undefined || root === own ? [own] : [root, own];
  const words = names.map((folder) =>
    basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-'),
  );
  const name =
    words
      .join('-')
      .replace(/^-+|-+$/g, '')
      .replace(/-+/g, '-') || 'image';
  return target === undefined ? `${name}:latest` : `${name}:${target}`;
}

function isTag(value: string): boolean {
  const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
  const host = '(?:[a-zA-Z0-9][a-zA-Z0-9.-]*(?::\\d+)?/)?';
  return new RegExp(`^${host}${component}(?:/${component})*(?::[\\w][\\w.-]{0,127})?$`).test(value);
}

const plain = '\u001b[0m';
const dim = '\u001b[2m';
const red = '\u001b[31m';
const green = '\u001b[32m';
