import type { DocumentLink } from 'vscode-languageserver-types';
import { imagePage } from '../../image/page.ts';
import { parseImageReference } from '../../image/reference.ts';
import type { Span } from '../../text/span.ts';
import { dockerfileAddress } from '../model/buildFile.ts';
import type { ComposeFile } from '../model/file.ts';
import { interpolate } from '../model/interpolation.ts';
import { filePathsOf } from '../model/paths.ts';
import { contentSpan } from './names.ts';
import { rangeOf } from './ranges.ts';
import { environmentOf } from './variables.ts';

/** Images and models to the pages of their registries, paths to files that exist, build contexts to their Dockerfiles. */
export function links(file: ComposeFile): readonly DocumentLink[] {
  const { model, text } = file;
  const found: DocumentLink[] = [];
  const seen = new Set<number>();
  const add = (at: Span, target: string | undefined, tooltip: string): void => {
    if (target === undefined || seen.has(at.start)) return;
    seen.add(at.start);
    found.push({ range: rangeOf(file, at), target, tooltip });
  };
  const lookup = environmentOf(file);
  for (const service of model.services) {
    const image = service.text('image');
    if (image && !service.entry('build')) {
      const name = interpolate(image.value, lookup) ?? image.value;
      add(contentSpan(image, text), imagePage(parseImageReference(name)), `Open the page of '${name}'`);
    }
  }
  for (const { value } of model.section('models').values()) {
    const name = value?.scalar('model');
    if (name) add(contentSpan(name, text), modelPage(name.value), `Open the page of '${name.value}'`);
  }
  for (const { purpose, uri, node, start, end, path, service } of filePathsOf(model)) {
    if (uri === undefined) continue;
    const at = node.spanOf(text, start, end);
    const kind = model.context.kindOf(uri);
    if (kind === 'file') add(at, uri, `Open '${path}'`);
    else if (kind === 'folder' && purpose === 'build context' && service) {
      const dockerfile = dockerfileAddress(service);
      if (dockerfile !== undefined && model.context.kindOf(dockerfile) === 'file')
        add(at, dockerfile, 'Open the Dockerfile');
    }
  }
  return found;
}

function modelPage(name: string): string | undefined {
  if (/^hf\.co\/[\w.-]+\/[\w.-]+/.test(name))
    return `https://huggingface.co/${name.slice('hf.co/'.length).split(':')[0]}`;
  return imagePage(parseImageReference(name));
}
