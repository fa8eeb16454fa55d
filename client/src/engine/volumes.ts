import type Dockerode from 'dockerode';
import { bring, call, callFor } from './call.ts';
import { decodeList, type Json, type Listing, object, requiredText, seconds, text, textMap, texts } from './decode.ts';

export interface Volume {
  readonly name: string;
  readonly driver: string;
  /** Folder on the engine's machine. */
  readonly mountpoint: string;
  readonly scope: string;
  /** Seconds since 1970; 0 when the engine does not say. */
  readonly created: number;
  readonly labels: ReadonlyMap<string, string>;
}

export interface Volumes {
  list(): Promise<Listing<Volume>>;
  /** `undefined` when there is none of the name. */
  get(name: string): Promise<Volume | undefined>;
  /** The engine's whole record. */
  inspect(name: string): Promise<Json>;
  /** Fails with a conflict while a container, running or not, uses it. */
  remove(name: string): Promise<void>;
}

export function volumes(docker: Dockerode): Volumes {
  const inspect = (name: string) => async () => object(await docker.getVolume(name).inspect(), 'volume');
  return {
    list: () =>
      call(async () => {
        const answer = object(await docker.listVolumes(), 'list of volumes');
        const listing = decodeList(answer.Volumes ?? [], 'volume', decodeVolume);
        return { ...listing, problems: [...listing.problems, ...texts(answer, 'Warnings')] };
      }),
    async get(name) {
      const record = await callFor(inspect(name));
      return record && decodeVolume(record);
    },
    inspect: (name) => call(inspect(name)),
    remove: (name) => bring(() => docker.getVolume(name).remove()),
  };
}

/** @throws DecodeError when the name is missing. */
export function decodeVolume(record: Json): Volume {
  return {
    name: requiredText(record, 'Name'),
    driver: text(record, 'Driver') || 'local',
    mountpoint: text(record, 'Mountpoint'),
    scope: text(record, 'Scope'),
    created: seconds(record, 'CreatedAt'),
    labels: textMap(record, 'Labels'),
  };
}
