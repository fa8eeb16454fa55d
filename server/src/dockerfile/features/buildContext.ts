import type { Host } from '../../host.ts';
import type { DockerfileFile } from '../model/file.ts';
import { contextFolders, contextSources, findInContext } from '../surroundings.ts';

/** Sources that are looked for to find out which folder is the build context. */
const MOST_SOURCES = 20;

/**
 * Folders that may be the build context, the likeliest first: the one that has most of what COPY and ADD name, then one
 * with an ignore file, then the nearest.
 */
export async function likelyContexts(file: DockerfileFile, host: Host): Promise<readonly string[]> {
  const folders = await contextFolders(file.uri, host);
  if (folders.length < 2) return folders;
  const sources = [...contextSources(file)].filter((path) => path !== '.').slice(0, MOST_SOURCES);
  const scores = new Map<string, number>();
  for (const folder of folders) {
    let score = 0;
    for (const path of sources) if ((await findInContext(folder, path, host)) !== undefined) score++;
    const entries = await host.list(folder);
    if (entries?.some(({ name }) => name === '.dockerignore') === true) score += 0.5;
    scores.set(folder, score);
  }
  return folders.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** URI of a path below a folder. */
export function below(folder: string, path: string): string {
  return `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
