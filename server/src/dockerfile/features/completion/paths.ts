import ignore from '@balena/dockerignore';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Host } from '../../../host.ts';
import type { Stage } from '../../model/stage.ts';
import { cleanPath } from '../../surroundings.ts';
import { below, likelyContexts } from '../buildContext.ts';
import type { Items } from './items.ts';

/** Entries of one folder that are offered. */
const MOST_ENTRIES = 500;

/**
 * Files and folders of the build context that the ignore file leaves in it. `typed` is the path up to the cursor;
 * `isJson`: in exec form, where names may hold blanks.
 */
export async function completeContextPaths(items: Items, typed: string, isJson: boolean): Promise<void> {
  const { file, offset, context } = items;
  const { host } = context;
  const slash = typed.lastIndexOf('/');
  const folderText = typed.slice(0, slash + 1);
  if (/[$*?[\\"']/.test(folderText)) return;
  const from = offset - (typed.length - slash - 1);
  const folder = cleanPath(folderText);
  if (typed === '') items.add({ label: '.', kind: CompletionItemKind.Folder, from, detail: 'the whole build context' });
  const contexts = await likelyContexts(file, host);
  for (const [index, root] of contexts.entries()) {
    // Of the folders that are less likely the build context, only the top of a project is worth showing.
    const rootEntries = await host.list(root);
    const isTop = rootEntries?.some(({ name }) => name === '.git' || name === '.dockerignore') === true;
    if (index > 0 && !isTop) continue;
    const entries = folder === '.' ? rootEntries : await host.list(below(root, folder));
    if (entries === undefined) continue;
    const isIgnored = await ignoreTest(file.uri, root, host);
    for (const { name, isDirectory } of entries.slice(0, MOST_ENTRIES)) {
      if (name === '.git' || (/\s/.test(name) && !isJson) || /["\\]/.test(name)) continue;
      if (isIgnored(folder === '.' ? name : `${folder}/${name}`, isDirectory)) continue;
      const isOwn = /dockerfile|containerfile|\.dockerignore$/i.test(name);
      items.add({
        label: isDirectory ? `${name}/` : name,
        kind: isDirectory ? CompletionItemKind.Folder : CompletionItemKind.File,
        from,
        retrigger: isDirectory,
        group: isOwn ? 2 : index === 0 ? 0 : 1,
      });
    }
  }
}

/** What the ignore file leaves out of a context; a folder that an exception brings parts of back is not left out. */
async function ignoreTest(
  uri: string,
  root: string,
  host: Host,
): Promise<(path: string, isDirectory: boolean) => boolean> {
  const text = (await host.readFile(`${uri}.dockerignore`)) ?? (await host.readFile(`${root}/.dockerignore`));
  if (text === undefined) return () => false;
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => (line.startsWith('#') ? '' : line.trim()))
    .filter((line) => line !== '' && line !== '!');
  const exceptions = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => cleanPath(pattern.slice(1).trim()));
  try {
    const matcher = ignore({ ignorecase: false }).add(patterns);
    return (path, isDirectory) =>
      matcher.ignores(path) &&
      !(isDirectory && exceptions.some((pattern) => pattern.startsWith(`${path}/`) || pattern.startsWith('*')));
  } catch {
    // A pattern that cannot be read.
    return () => false;
  }
}

const commonDirectories = ['/app', '/src', '/usr/src/app', '/usr/local/bin', '/opt', '/etc', '/data', '/tmp'];

/** Paths in a container that the file speaks of, those of the stage first. */
export function completeContainerPaths(items: Items, typed: string, stage: Stage | undefined): void {
  const { file, offset } = items;
  const from = offset - typed.length;
  const add = (label: string, detail: string | undefined, group: number) => {
    if (!/[$"'\s]/.test(label)) items.add({ label, kind: CompletionItemKind.Folder, from, detail, group });
  };
  for (const path of stage === undefined ? [] : stagePaths(stage)) add(path, 'used in this stage', 0);
  for (const other of file.model.stages)
    if (other !== stage) for (const path of stagePaths(other)) add(path, undefined, 1);
  for (const path of commonDirectories) add(path, undefined, 2);
}

/** Working directories and destinations of a stage and those it is built on, the last ones first. */
export function stagePaths(stage: Stage): readonly string[] {
  const found = new Set<string>();
  for (let current: Stage | undefined = stage; current !== undefined; current = current.parent) {
    for (const instruction of [...current.instructions].reverse()) {
      if (instruction.keyword === 'WORKDIR') found.add(instruction.value.text);
      else if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
        const path = instruction.destination?.text;
        if (path?.startsWith('/') === true) found.add(path);
      } else if (instruction.keyword === 'VOLUME') for (const { text } of instruction.words) found.add(text);
    }
  }
  found.delete('');
  return [...found];
}
