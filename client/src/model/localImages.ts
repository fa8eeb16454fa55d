/** The images of the engine as the language server asks for them. */
import type { ImageConfiguration } from '../engine/images.ts';
import type { Store } from './store.ts';

/** Sizes in bytes, times in seconds since 1970. */
export interface LocalImage extends Partial<ImageConfiguration> {
  readonly id: string;
  readonly tags: readonly string[];
  readonly size: number;
  readonly created: number;
}

/** Waits; used to give up on slow answers. */
export type Delay = (milliseconds: number) => Promise<void>;

/** Milliseconds that the details of images may take; without them an answer is still useful. */
const patience = 400;

/**
 * A function that answers the engine's images, connecting when nobody watches; `undefined` when there is no engine.
 * What an image tells its containers never changes, so it is asked for once.
 */
export function localImages(store: Store, delay: Delay): () => Promise<readonly LocalImage[] | undefined> {
  const configurations = new Map<string, ImageConfiguration>();
  return async () => {
    try {
      return await store.use(async (engine) => {
        const images = [...store.records.images.values()].filter((image) => image.tags.length > 0);
        const missing = images.filter((image) => !configurations.has(image.id));
        const asking = missing.map(async ({ id }) => {
          const configuration = await engine.images.configuration(id);
          if (configuration) configurations.set(id, configuration);
        });
        await Promise.race([Promise.allSettled(asking), delay(patience)]);
        return images.map(({ id, tags, size, created }) => ({ id, tags, size, created, ...configurations.get(id) }));
      });
    } catch {
      return undefined;
    }
  };
}

/** The local tags of a repository. `nginx`, `library/nginx` and `docker.io/library/nginx` are the same one. */
export function localTags(images: readonly LocalImage[], repository: string): readonly string[] {
  const wanted = shortRepository(repository);
  return images.flatMap(({ tags }) =>
    tags.flatMap((reference) => {
      const colon = reference.lastIndexOf(':');
      return colon > 0 && shortRepository(reference.slice(0, colon)) === wanted ? [reference.slice(colon + 1)] : [];
    }),
  );
}

function shortRepository(repository: string): string {
  return repository.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
}
