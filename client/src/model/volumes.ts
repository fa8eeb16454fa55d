import type { Container } from '../engine/containers.ts';
import type { Volume } from '../engine/volumes.ts';

/** Whether the engine made up the volume's name, so that nothing but its container knows it. */
export function isAnonymous(volume: Pick<Volume, 'name' | 'labels'>): boolean {
  return volume.labels.has('com.docker.volume.anonymous') || /^[0-9a-f]{64}$/.test(volume.name);
}

/** The containers, running or not, that mount a volume. */
export function usersOfVolume(containers: Iterable<Container>, name: string): readonly Container[] {
  return [...containers].filter((container) => container.mounts.some((mount) => mount.volume === name));
}
