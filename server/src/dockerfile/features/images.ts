import type { Host, LocalImage } from '../../host.ts';
import { type ImageReference, parseImageReference } from '../../image/reference.ts';

/** The image of the local engine that a reference means; `'unknown'` when there is no engine. */
export async function localImage(reference: ImageReference, host: Host): Promise<LocalImage | 'unknown' | undefined> {
  const images = await host.images();
  if (images === undefined) return 'unknown';
  return images.find(({ tags }) => tags.some((tag) => parseImageReference(tag).canonical === reference.canonical));
}
