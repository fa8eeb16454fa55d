/** The things that commands work on, and that rows of views stand for. */
import type { Container, ContainerState } from '../engine/containers.ts';
import type { Network } from '../engine/networks.ts';
import type { Volume } from '../engine/volumes.ts';
import { findImage, groupByRepository, type NamedImage, shortId } from './images.ts';
import { isBuiltIn } from './networks.ts';
import { publishedPorts } from './ports.ts';
import { groupByProject, type Project, type ProjectState, projectState } from './projects.ts';
import type { RecordKind, Records } from './store.ts';

export interface Targets {
  readonly container: Container;
  readonly project: Project;
  readonly image: NamedImage;
  readonly volume: Volume;
  readonly network: Network;
}

/** What a kind of target can be in, as far as it decides which commands make sense. */
export interface TargetStates {
  readonly container: ContainerState;
  readonly project: ProjectState;
  readonly image: 'tagged' | 'untagged';
  readonly volume: 'volume';
  readonly network: 'custom' | 'builtIn';
}

export type TargetKind = keyof Targets;

/** Facts besides the state that decide which commands make sense. `published`: has a port to open. */
export type TargetFlag = 'published';

/** Names a target; stays valid while the target changes. */
export interface TargetReference {
  readonly kind: TargetKind;
  /** Id; of projects and volumes the name, of images the tag or id. */
  readonly id: string;
}

type Facts = {
  readonly [K in TargetKind]: {
    find(records: Records, id: string): Targets[K] | undefined;
    all(records: Records): readonly Targets[K][];
    id(target: Targets[K]): string;
    /** As a person calls it. */
    name(target: Targets[K]): string;
    state(target: Targets[K]): TargetStates[K];
    flags(target: Targets[K]): readonly TargetFlag[];
    readonly recordKind: RecordKind;
    /** Key of the target's record among its kind. */
    recordId(target: Targets[K]): string;
  };
};

export const targetFacts: Facts = {
  container: {
    find: (records, id) => records.containers.get(id),
    all: (records) => [...records.containers.values()],
    id: (container) => container.id,
    name: (container) => container.name,
    state: (container) => container.state,
    flags: (container) => (publishedPorts(container).length > 0 ? ['published'] : []),
    recordKind: 'containers',
    recordId: ({ id }) => id,
  },
  project: {
    find: (records, id) => groupByProject(records.containers.values()).projects.find((project) => project.name === id),
    all: (records) => groupByProject(records.containers.values()).projects,
    id: (project) => project.name,
    name: (project) => project.name,
    state: projectState,
    flags: () => [],
    recordKind: 'containers',
    recordId: ({ containers }) => containers[0]?.id ?? '',
  },
  image: {
    find: (records, id) => findImage(records.images, id),
    all: (records) => {
      const { repositories, untagged } = groupByRepository(records.images.values());
      return [...repositories.flatMap((repository) => repository.images), ...untagged];
    },
    id: (image) => image.reference,
    name: (image) => (image.tagged ? image.reference : shortId(image.reference)),
    state: (image) => (image.tagged ? 'tagged' : 'untagged'),
    flags: () => [],
    recordKind: 'images',
    recordId: ({ image }) => image.id,
  },
  volume: {
    find: (records, id) => records.volumes.get(id),
    all: (records) => [...records.volumes.values()],
    id: (volume) => volume.name,
    name: (volume) => volume.name,
    state: () => 'volume',
    flags: () => [],
    recordKind: 'volumes',
    recordId: ({ name }) => name,
  },
  network: {
    find: (records, id) => records.networks.get(id),
    all: (records) => [...records.networks.values()],
    id: (network) => network.id,
    name: (network) => network.name,
    state: (network) => (isBuiltIn(network) ? 'builtIn' : 'custom'),
    flags: () => [],
    recordKind: 'networks',
    recordId: ({ id }) => id,
  },
};
