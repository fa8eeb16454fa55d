import type { Entry, Host } from '../host.ts';
import { dockerfileAddress } from './model/buildFile.ts';
import type { ComposeFile } from './model/file.ts';
import { composeFile } from './model/file.ts';
import { filePathsOf, folderOf } from './model/paths.ts';
import type { ComposeSurroundings } from './model/surroundings.ts';

/** Most Compose files that are read for one: those of the folder, what they include and extend. */
const maximumFiles = 50;
/** Most Dockerfiles that are read for one file. */
const maximumDockerfiles = 100;

const composeName = /^(?:docker-)?compose(?:[.-][^/]*)?\.ya?ml$/;

/** Looks at the files that take part in the project. Through `host` only; does not throw. */
export async function surroundings(file: ComposeFile, host: Host): Promise<ComposeSurroundings> {
  const folder = folderOf(file.uri);
  const look = new Look(host);
  const entries = await look.list(folder);
  const siblings = (entries ?? [])
    .filter(({ name, isDirectory }) => !isDirectory && composeName.test(name))
    .map(({ name }) => `${folder}/${encodeURIComponent(name)}`)
    .filter((uri) => uri !== file.uri)
    .slice(0, maximumFiles);
  await Promise.all(siblings.map((uri) => look.readCompose(uri)));
  await look.follow(file, 0);
  return {
    folderIsKnown: entries !== undefined,
    composeFiles: look.composeFiles,
    siblings: siblings.filter((uri) => uri in look.composeFiles),
    dockerfiles: look.dockerfiles,
    environment: await host.readFile(`${folder}/.env`),
    paths: look.paths,
  };
}

class Look {
  readonly composeFiles: Record<string, string> = {};
  readonly dockerfiles: Record<string, string> = {};
  readonly paths: Record<string, 'file' | 'folder' | 'missing'> = {};
  private readonly host: Host;
  private readonly folders = new Map<string, Promise<readonly Entry[] | undefined>>();

  constructor(host: Host) {
    this.host = host;
  }

  list(folder: string): Promise<readonly Entry[] | undefined> {
    let entries = this.folders.get(folder);
    if (!entries) {
      entries = this.host.list(folder);
      this.folders.set(folder, entries);
    }
    return entries;
  }

  async readCompose(uri: string): Promise<string | undefined> {
    const known = this.composeFiles[uri];
    if (known !== undefined) return known;
    if (Object.keys(this.composeFiles).length >= maximumFiles) return undefined;
    const text = await this.host.readFile(uri);
    if (text !== undefined) this.composeFiles[uri] = text;
    return text;
  }

  /** Reads what a file includes and extends; of the file at hand also its Dockerfiles and what is at its paths. */
  async follow(file: ComposeFile, depth: number): Promise<void> {
    const paths = filePathsOf(file.model);
    for (const { purpose, uri } of paths) {
      if (purpose !== 'compose file' || uri === undefined || depth > 4 || uri === file.uri) continue;
      const isNew = !(uri in this.composeFiles);
      const text = await this.readCompose(uri);
      if (text !== undefined && (isNew || depth === 0)) await this.follow(composeFile(uri, text), depth + 1);
    }
    if (depth > 0) return;
    const dockerfiles = [...file.model.services].flatMap((service) => dockerfileAddress(service) ?? []);
    await Promise.all(
      [...new Set(dockerfiles)].slice(0, maximumDockerfiles).map(async (uri) => {
        const text = await this.host.readFile(uri);
        if (text !== undefined) this.dockerfiles[uri] = text;
      }),
    );
    const uris = new Set([...paths.flatMap(({ uri }) => uri ?? []), ...dockerfiles]);
    await Promise.all([...uris].map((uri) => this.visit(uri)));
  }

  private async visit(uri: string): Promise<void> {
    const parent = folderOf(uri);
    const name = decodeURIComponent(uri.slice(parent.length + 1));
    if (name === '') return;
    const entries = await this.list(parent);
    const entry = entries?.find((candidate) => candidate.name === name);
    if (entry) this.paths[uri] = entry.isDirectory ? 'folder' : 'file';
    else if (entries || (await this.isMissing(parent))) this.paths[uri] = 'missing';
  }

  /** True when a folder that can be listed shows that the path to this one does not exist. */
  private async isMissing(folder: string): Promise<boolean> {
    const parent = folderOf(folder);
    const name = folder.slice(parent.length + 1);
    if (name === '' || parent.endsWith('/')) return false;
    const entries = await this.list(parent);
    if (!entries) return this.isMissing(parent);
    return !entries.some((entry) => entry.isDirectory && entry.name === decodeURIComponent(name));
  }
}
