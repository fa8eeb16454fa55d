import type { Container } from '../engine/containers.ts';
import type { Image } from '../engine/images.ts';
import { compareNames } from './projects.ts';

/** One name of an image, or an image without any. */
export interface NamedImage {
  /** The tag, or the image's id when it has none. Stays the same when the tag moves to another image. */
  readonly reference: string;
  readonly tagged: boolean;
  readonly image: Image;
}

/** The images of one repository. */
export interface Repository {
  readonly name: string;
  readonly images: readonly NamedImage[];
}

/** Every tag of every image, by repository, and the images without a tag. */
export function groupByRepository(images: Iterable<Image>): {
  readonly repositories: readonly Repository[];
  readonly untagged: readonly NamedImage[];
} {
  const repositories = new Map<string, NamedImage[]>();
  const untagged: NamedImage[] = [];
  for (const image of images) {
    if (image.tags.length === 0) untagged.push({ reference: image.id, tagged: false, image });
    for (const reference of image.tags) {
      const { repository } = splitTag(reference);
      repositories.set(repository, [...(repositories.get(repository) ?? []), { reference, tagged: true, image }]);
    }
  }
  return {
    repositories: [...repositories]
      .map(([name, named]) => ({ name, images: named.sort((a, b) => compareNames(a.reference, b.reference)) }))
      .sort((a, b) => compareNames(a.name, b.name)),
    untagged: untagged.sort((a, b) => b.image.created - a.image.created || compareNames(a.reference, b.reference)),
  };
}

/** Finds the image that a tag or id names. */
export function findImage(images: ReadonlyMap<string, Image>, reference: string): NamedImage | undefined {
  const image = images.get(reference);
  if (image) return { reference, tagged: false, image };
  const tagged = [...images.values()].find((each) => each.tags.includes(reference));
  return tagged && { reference, tagged: true, image: tagged };
}

/** `localhost:5000/a/b:1` → `localhost:5000/a/b` and `1`. */
export function splitTag(reference: string): { readonly repository: string; readonly tag: string } {
  const colon = reference.lastIndexOf(':');
  if (colon < 0 || reference.includes('/', colon)) return { repository: reference, tag: '' };
  return { repository: reference.slice(0, colon), tag: reference.slice(colon + 1) };
}

/** The containers, running or not, that are made from an image. */
export function usersOfImage(containers: Iterable<Container>, image: Image): readonly Container[] {
  return [...containers].filter((container) => container.imageId === image.id);
}

/** `sha256:0123456789ab…` → `0123456789ab`, as the docker command line shows ids. */
export function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}
