import type Dockerode from 'dockerode';
import { bring, call, callFor } from './call.ts';
import {
  decodeList,
  flag,
  inner,
  type Json,
  type Listing,
  object,
  objects,
  optionalText,
  requiredText,
  text,
  textMap,
} from './decode.ts';

export interface Network {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly scope: string;
  readonly internal: boolean;
  /** In CIDR notation. */
  readonly subnets: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
}

export interface Networks {
  list(): Promise<Listing<Network>>;
  /** `undefined` when there is none of the id. */
  get(id: string): Promise<Network | undefined>;
  /** The engine's whole record, with the containers in it. */
  inspect(id: string): Promise<Json>;
  /** Fails while running containers are in it. */
  remove(id: string): Promise<void>;
}

export function networks(docker: Dockerode): Networks {
  const inspect = (id: string) => async () => object(await docker.getNetwork(id).inspect(), 'network');
  return {
    list: () =>
      call(async () => {
        const answer: unknown = await docker.listNetworks();
        return decodeList(answer, 'network', decodeNetwork);
      }),
    async get(id) {
      const record = await callFor(inspect(id));
      return record && decodeNetwork(record);
    },
    inspect: (id) => call(inspect(id)),
    remove: (id) => bring(() => docker.getNetwork(id).remove()),
  };
}

/** @throws DecodeError when id or name is missing. */
export function decodeNetwork(record: Json): Network {
  return {
    id: requiredText(record, 'Id'),
    name: requiredText(record, 'Name'),
    driver: text(record, 'Driver'),
    scope: text(record, 'Scope'),
    internal: flag(record, 'Internal'),
    subnets: objects(inner(record, 'IPAM'), 'Config').flatMap((range) => optionalText(range, 'Subnet') ?? []),
    labels: textMap(record, 'Labels'),
  };
}
