/** What the engine's records look like, for those who look at them through the model. */
export type { Attachment, Container, ContainerState, Mount, Port } from '../engine/containers.ts';
export type { Image } from '../engine/images.ts';
export type { Network } from '../engine/networks.ts';
export type { Volume } from '../engine/volumes.ts';
