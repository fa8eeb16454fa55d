import { CompletionItemKind } from 'vscode-languageserver-types';
import { parseImageReference } from '../../../image/reference.ts';
import type { Stage } from '../../model/stage.ts';
import { markdown } from '../documentation.ts';
import { commonImages } from '../knowledge/values.ts';
import { sizeText } from '../values.ts';
import type { Items } from './items.ts';

/** Tags that are offered for one image. */
const MOST_TAGS = 200;

/** Stages that come before one, as `COPY --from` and FROM can name them. */
export function completeStages(
  items: Items,
  from: number,
  own: Stage | undefined,
  how: { readonly numbers: boolean; readonly lowerCase: boolean },
): void {
  const { stages } = items.file.model;
  const earlier = own === undefined ? stages : stages.slice(0, own.index);
  for (const { stageName, index, from: begin } of [...earlier].reverse()) {
    const base = begin.base?.text ?? '';
    if (stageName !== undefined) {
      items.add({
        label: how.lowerCase ? stageName.name : stageName.text,
        kind: CompletionItemKind.Class,
        from,
        detail: `stage ${index}, FROM ${base}`,
      });
    } else if (how.numbers) {
      items.add({ label: String(index), kind: CompletionItemKind.Class, from, detail: `stage ${index}, FROM ${base}` });
    }
  }
}

/** Images of the engine and common ones; behind a colon, tags. `typed` is the name up to the cursor. */
export async function completeImages(items: Items, typed: string, from: number, group: number): Promise<void> {
  const colon = typed.lastIndexOf(':');
  if (colon > typed.lastIndexOf('/') && !typed.slice(0, colon).includes('$')) {
    await completeTags(items, typed.slice(0, colon), from + colon + 1, group);
    return;
  }
  const { host } = items.context;
  const images = (await host.images()) ?? [];
  for (const { tags, size } of images) {
    for (const tag of tags) {
      items.add({ label: tag, kind: CompletionItemKind.Module, from, detail: `local image, ${sizeText(size)}`, group });
    }
  }
  for (const { name, of } of commonImages) {
    items.add({
      label: name,
      kind: CompletionItemKind.Module,
      from,
      documentation: markdown(of),
      detail: 'image',
      group: group + 1,
    });
  }
}

async function completeTags(items: Items, name: string, from: number, group: number): Promise<void> {
  const { host } = items.context;
  const { familiarName } = parseImageReference(name);
  const [images, tags] = await Promise.all([host.images(), host.imageTags(familiarName)]);
  for (const image of images ?? []) {
    for (const reference of image.tags.map(parseImageReference)) {
      if (reference.familiarName !== familiarName || reference.tag === undefined) continue;
      items.add({
        label: reference.tag.text,
        kind: CompletionItemKind.EnumMember,
        from,
        detail: `local image, ${sizeText(image.size)}`,
        group,
      });
    }
  }
  for (const tag of (tags ?? []).slice(0, MOST_TAGS)) {
    items.add({ label: tag, kind: CompletionItemKind.EnumMember, from, group: group + 1 });
  }
}
