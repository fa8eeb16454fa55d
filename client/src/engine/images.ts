import type Dockerode from 'dockerode';
import { bring, call, callFor } from './call.ts';
import {
  decodeList,
  inner,
  integer,
  type Json,
  type Listing,
  object,
  optionalText,
  requiredText,
  seconds,
  textMap,
  texts,
} from './decode.ts';

export interface Image {
  /** Digest of the image's configuration, `sha256:…`. */
  readonly id: string;
  /** `repository:tag` each; empty when nothing names the image. */
  readonly tags: readonly string[];
  /** `repository@sha256:…` each. */
  readonly digests: readonly string[];
  /** Seconds since 1970. */
  readonly created: number;
  /** Bytes. */
  readonly size: number;
  readonly labels: ReadonlyMap<string, string>;
}

/** What an image tells containers to do. */
export interface ImageConfiguration {
  readonly user?: string;
  /** `80/tcp` each. */
  readonly exposedPorts: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly environment: readonly string[];
}

export interface Images {
  /** All images but the intermediate ones. */
  list(): Promise<Listing<Image>>;
  /** One image by id, tag or digest; `undefined` when there is none. */
  get(reference: string): Promise<Image | undefined>;
  configuration(reference: string): Promise<ImageConfiguration | undefined>;
  /** The engine's whole record. */
  inspect(reference: string): Promise<Json>;
  /** Takes the tag away; the image goes with its last one. An id removes the image with all its tags when `force`. */
  remove(reference: string, options: { readonly force: boolean }): Promise<void>;
  /** Removes images without a tag, or all that no container uses. Answers the bytes that became free. */
  prune(which: 'untagged' | 'unused'): Promise<number>;
}

export function images(docker: Dockerode): Images {
  const inspect = (reference: string) => async () => object(await docker.getImage(reference).inspect(), 'image');
  return {
    list: () =>
      call(async () => {
        const answer: unknown = await docker.listImages();
        return decodeList(answer, 'image', decodeImage);
      }),
    async get(reference) {
      const record = await callFor(inspect(reference));
      return record && decodeImage(record);
    },
    async configuration(reference) {
      const record = await callFor(inspect(reference));
      return record && decodeConfiguration(record);
    },
    inspect: (reference) => call(inspect(reference)),
    remove: (reference, { force }) => bring(() => docker.getImage(reference).remove({ force })),
    prune: (which) =>
      call(async () => {
        const answer: unknown = await docker.pruneImages({ filters: { dangling: [String(which === 'untagged')] } });
        return integer(object(answer, 'answer'), 'SpaceReclaimed') ?? 0;
      }),
  };
}

/** Reads a record of the list and an inspected one. @throws DecodeError when the id is missing. */
export function decodeImage(record: Json): Image {
  const id = requiredText(record, 'Id');
  return {
    // Podman leaves the algorithm out when it inspects.
    id: id.includes(':') ? id : `sha256:${id}`,
    tags: texts(record, 'RepoTags').filter((tag) => !tag.startsWith('<none>')),
    digests: texts(record, 'RepoDigests').filter((digest) => !digest.startsWith('<none>')),
    created: seconds(record, 'Created'),
    size: integer(record, 'Size') ?? 0,
    labels: textMap('Config' in record ? inner(record, 'Config') : record, 'Labels'),
  };
}

function decodeConfiguration(record: Json): ImageConfiguration {
  const config = inner(record, 'Config');
  const user = optionalText(config, 'User');
  return {
    ...(user && { user }),
    exposedPorts: Object.keys(inner(config, 'ExposedPorts')),
    entrypoint: texts(config, 'Entrypoint'),
    command: texts(config, 'Cmd'),
    environment: texts(config, 'Env'),
  };
}
