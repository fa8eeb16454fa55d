import type { DocumentLink } from 'vscode-languageserver-types';
import { imagePage } from '../../image/page.ts';
import { parseImageReference } from '../../image/reference.ts';
import type { FeatureContext } from '../../language.ts';
import type { Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import { remoteSource } from '../model/sources.ts';
import { cleanPath, findInContext } from '../surroundings.ts';
import { below, likelyContexts } from './buildContext.ts';
import { rangeOf } from './ranges.ts';

/** Images to the pages of their registries, files of the build context to the files, the whole context to its ignore file. */
export async function links(file: DockerfileFile, { host }: FeatureContext): Promise<readonly DocumentLink[]> {
  const found = imageLinks(file);
  const paths = file.model.instructions.flatMap((instruction) => contextPaths(file, instruction));
  if (paths.length === 0) return found;
  const contexts = await likelyContexts(file, host);
  for (const { at, path } of paths) {
    const target = await targetOf(file, path, contexts, host);
    if (target !== undefined) found.push({ range: rangeOf(file, at), ...target });
  }
  return found;
}

function imageLinks(file: DockerfileFile): DocumentLink[] {
  const { model } = file;
  const found: DocumentLink[] = [];
  const add = (at: Span, name: string) => {
    const target = imagePage(parseImageReference(name));
    if (target !== undefined) found.push({ range: rangeOf(file, at), target, tooltip: `Open the page of '${name}'` });
  };
  if (model.frontend !== undefined) add(model.frontend.span, model.frontend.image);
  for (const { from, image } of model.stages) {
    if (image !== undefined && from.base !== undefined) add(from.base.span, image.text);
  }
  for (const { kind, target, isIndex, text, span } of model.references) {
    if (kind !== 'from' && target === undefined && !isIndex) add(span, text);
  }
  return found;
}

interface ContextPath {
  readonly at: Span;
  /** Cleaned. */
  readonly path: string;
}

/** What an instruction takes from the build context, as far as its text is known. */
function contextPaths({ model }: DockerfileFile, instruction: Instruction): ContextPath[] {
  if (instruction.keyword === 'RUN') {
    return instruction.mounts.flatMap((mount) => {
      const source = mount.option('source', 'src')?.value;
      if (mount.type !== 'bind' || mount.option('from') !== undefined || source === undefined) return [];
      const text = model.valueOf(source);
      return text === undefined || text === ''
        ? []
        : [{ at: source.span(0, source.text.length), path: cleanPath(text) }];
    });
  }
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return [];
  if (instruction.keyword === 'COPY' && instruction.from !== undefined) return [];
  return instruction.sources.flatMap(({ source, heredoc }) => {
    const text = heredoc === undefined ? model.valueOf(source) : undefined;
    if (text === undefined || text === '' || remoteSource(text) !== undefined || /[*?[\\]/.test(text)) return [];
    return [{ at: source.span(0, source.text.length), path: cleanPath(text) }];
  });
}

async function targetOf(
  { surroundings }: DockerfileFile,
  path: string,
  contexts: readonly string[],
  host: FeatureContext['host'],
): Promise<Pick<DocumentLink, 'target' | 'tooltip'> | undefined> {
  if (path === '.') {
    const ignore = surroundings?.ignoreFile;
    return ignore && { target: ignore.uri, tooltip: 'Open the ignore file of the build context' };
  }
  for (const folder of contexts) {
    const kind = await findInContext(folder, path, host);
    if (kind === 'file') return { target: below(folder, path), tooltip: `Open '${path}'` };
    if (kind === 'folder') return undefined;
  }
  return undefined;
}
