import { homedir } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { Host } from '../host.ts';
import { type ConfigFile, configFileNames, configKinds, readConfigFile } from '../lint/configFiles.ts';
import { pathOf } from './host.ts';

/** Where hadolint looks when the project has no configuration of its own, below the home folder. */
const personal = ['.config/hadolint.yaml', '.config/hadolint.yml', '.hadolint/hadolint.yaml', '.hadolint.yaml'];

/** Folders above a document that are looked at. */
const HIGHEST = 32;

/**
 * Reads the configuration files that hold for a document: of each kind the nearest one in its folder and the folders
 * above, up to the workspace folder or, outside of one, the root of the repository. What is wrong with a file goes to
 * `warn`.
 */
export async function configurationFiles(
  uri: string,
  workspaceFolders: readonly string[],
  host: Host,
  warn: (message: string) => void,
): Promise<ConfigFile[]> {
  if (!uri.startsWith('file:')) return [];
  const folders = await foldersAbove(uri, workspaceFolders, host);
  const home = pathToFileURL(homedir()).href;
  const found: ConfigFile[] = [];
  for (const kind of configKinds) {
    const candidates = folders.flatMap((folder) => configFileNames[kind].map((name) => `${folder}/${name}`));
    if (kind === 'hadolint') candidates.push(...personal.map((name) => `${home}/${name}`));
    for (const candidate of candidates) {
      const text = await host.readFile(candidate);
      if (text === undefined) continue;
      const { parsePlainYaml } = await import('../compose/syntax/plainYaml.ts');
      const path = pathOf(candidate)?.replaceAll('\\', '/') ?? candidate;
      const file = readConfigFile(kind, text, path.slice(0, path.lastIndexOf('/')), parsePlainYaml);
      for (const { line, message } of file.problems) warn(`${path}:${line}: ${message}`);
      found.push(file);
      break;
    }
  }
  return found;
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
