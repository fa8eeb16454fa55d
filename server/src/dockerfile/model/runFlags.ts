import type { Run } from './instructions.ts';
import type { Mount } from './mounts.ts';

/** True when both have the same mounts in any order, the same network and the same security. */
export function haveEqualFlags(one: Run, other: Run): boolean {
  if (one.flags.length === 0 && other.flags.length === 0) return true;
  return describeFlags(one) === describeFlags(other);
}

function describeFlags(run: Run): string {
  const others = run.flags.filter(({ name }) => name !== 'mount').map(({ name, value }) => `${name}=${value?.text}`);
  return [...new Set(run.mounts.map(describeMount)), ...others].sort().join(' ');
}

function describeMount({ type, options }: Mount): string {
  const described = options.flatMap(({ key, value }) => {
    const name = key.toLowerCase();
    if (name === 'type') return [];
    return `${name === 'dst' || name === 'destination' ? 'target' : name}=${value?.text}`;
  });
  return [type, ...described.sort()].join(',');
}
