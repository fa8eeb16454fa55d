import { homedir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parsePlainYaml } from '../compose/syntax/plainYaml.ts';
import type { Host } from '../host.ts';
import type { Layer } from '../lint/config.ts';
import { readDclintConfig } from '../lint/dclintConfig.ts';
import { readDockwrightConfig } from '../lint/dockwrightConfig.ts';
import { hadolintLayer, readHadolintConfig } from '../lint/hadolintConfig.ts';
import type { ConfigProblem } from '../lint/values.ts';
import { Lines } from '../text/lines.ts';
import { pathOf } from './host.ts';

type Reader = (value: unknown, folder: string) => { layer: Layer | undefined; problems: readonly ConfigProblem[] };

const readHadolint: Reader = (value, folder) => {
  const { config, problems } = readHadolintConfig(value);
  return { layer: config && hadolintLayer([config], folder), problems };
};

/** Kinds of configuration files, the weakest first; of each kind the nearest file above the document counts. */
const kinds: readonly { readonly names: readonly string[]; readonly read: Reader }[] = [
  { names: ['.hadolint.yaml', '.hadolint.yml'], read: readHadolint },
  { names: ['.dclintrc.yaml', '.dclintrc.yml', '.dclintrc.json', '.dclintrc'], read: readDclintConfig },
  { names: ['dockwright.yaml', 'dockwright.yml', '.dockwright.yaml', '.dockwright.yml'], read: readDockwrightConfig },
];

/** Where hadolint looks when the project has no configuration of its own. */
const personal = ['.config/hadolint.yaml', '.config/hadolint.yml', '.hadolint/hadolint.yaml', '.hadolint.yaml'];

/** Folders above a document that are looked at. */
const HIGHEST = 32;

/**
 * Reads the configuration files that hold for a document: those of its folder and the folders above, up to the workspace
 * folder or, outside of one, the root of the repository. What is wrong with a file goes to `warn`, and the file is left out.
 */
export async function configurationLayers(
  uri: string,
  workspaceFolders: readonly string[],
  host: Host,
  warn: (message: string) => void,
): Promise<Layer[]> {
  if (!uri.startsWith('file:')) return [];
  const folders = await foldersAbove(uri, workspaceFolders, host);
  const layers: Layer[] = [];
  for (const { names, read } of kinds) {
    const layer = await firstOf(
      folders.flatMap((folder) => names.map((name) => `${folder}/${name}`)),
      read,
      host,
      warn,
    );
    if (layer !== undefined) layers.push(layer);
    else if (read === readHadolint) {
      const home = pathToFileURL(homedir()).href;
      const own = await firstOf(
        personal.map((name) => `${home}/${name}`),
        read,
        host,
        warn,
      );
      if (own !== undefined) layers.push(own);
    }
  }
  return layers;
}

async function foldersAbove(uri: string, workspaceFolders: readonly string[], host: Host): Promise<string[]> {
  const folders: string[] = [];
  let folder = uri.slice(0, uri.lastIndexOf('/'));
  const isInWorkspace = workspaceFolders.some((root) => folder === root || folder.startsWith(`${root}/`));
  while (folder.length > 'file://'.length && folders.length < HIGHEST) {
    folders.push(folder);
    if (workspaceFolders.includes(folder)) break;
    if (!isInWorkspace && (await host.list(folder))?.some((entry) => entry.name === '.git')) break;
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  return folders;
}

async function firstOf(
  uris: readonly string[],
  read: Reader,
  host: Host,
  warn: (message: string) => void,
): Promise<Layer | undefined> {
  for (const uri of uris) {
    const text = await host.readFile(uri);
    if (text === undefined) continue;
    const path = pathOf(uri) ?? uri;
    const { value, errors, locate } = parsePlainYaml(text);
    const lines = new Lines(text);
    const complain = (offset: number, message: string) => warn(`${path}:${lines.lineAt(offset) + 1}: ${message}`);
    for (const { offset, message } of errors) complain(offset, message);
    if (errors.length > 0) return undefined;
    const { layer, problems } = read(
      value,
      path.slice(0, path.replaceAll('\\', '/').lastIndexOf('/')).replaceAll('\\', '/'),
    );
    for (const problem of problems) complain(locate(problem.path), problem.message);
    return layer;
  }
  return undefined;
}
