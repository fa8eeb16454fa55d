import { CompletionItemKind } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../../language.ts';
import type { ComposeFile } from '../../model/file.ts';
import { folderOf, resolvePath } from '../../model/paths.ts';
import { matches, type Path } from '../../syntax/path.ts';
import type { Cursor } from './cursor.ts';
import type { Proposal } from './items.ts';

/** Values that are paths, and whether only folders make sense. */
const pathValues: readonly (readonly [pattern: string, kind: 'file' | 'folder' | 'mount'])[] = [
  ['services.*.build', 'folder'],
  ['services.*.build.context', 'folder'],
  ['services.*.build.dockerfile', 'file'],
  ['services.*.env_file', 'file'],
  ['services.*.env_file.[]', 'file'],
  ['services.*.env_file.[].path', 'file'],
  ['services.*.label_file', 'file'],
  ['services.*.label_file.[]', 'file'],
  ['services.*.extends.file', 'file'],
  ['services.*.credential_spec.file', 'file'],
  ['services.*.volumes.[]', 'mount'],
  ['services.*.volumes.[].source', 'mount'],
  ['services.*.develop.watch.[].path', 'file'],
  ['configs.*.file', 'file'],
  ['secrets.*.file', 'file'],
  ['include.[]', 'file'],
  ['include.[].path', 'file'],
  ['include.[].path.[]', 'file'],
  ['include.[].env_file', 'file'],
  ['include.[].env_file.[]', 'file'],
  ['include.[].project_directory', 'folder'],
];

/** Files and folders that what is typed so far may lead to. */
export async function pathProposals(
  file: ComposeFile,
  { prefix }: Cursor,
  path: Path,
  { host }: FeatureContext,
): Promise<Proposal[]> {
  const kind = pathValues.find(([pattern]) => matches(path, pattern))?.[1];
  if (!kind) return [];
  // A word without a dot or slash at its start names a volume.
  if (kind === 'mount' && (!/^\.{1,2}\//.test(prefix) || prefix.includes(':'))) return [];
  const typed = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const folder = resolvePath(baseOf(file, path), typed === '' ? '.' : typed);
  const entries = folder === undefined ? undefined : await host.list(folder);
  return (entries ?? [])
    .filter(({ name, isDirectory }) => name !== '.git' && (kind !== 'folder' || isDirectory))
    .map(({ name, isDirectory }) => ({
      label: typed + name + (isDirectory ? '/' : ''),
      kind: isDirectory ? CompletionItemKind.Folder : CompletionItemKind.File,
      rank: isDirectory ? 3 : 2,
      continues: isDirectory,
    }));
}

/** The folder that paths are relative to: a Dockerfile's is the build context. */
function baseOf({ uri, model }: ComposeFile, path: Path): string {
  const folder = folderOf(uri);
  if (!matches(path, 'services.*.build.dockerfile')) return folder;
  const context = model.service(String(path[1]))?.mapping('build')?.scalar('context')?.value;
  return context === undefined ? folder : (resolvePath(folder, context) ?? '');
}
