import { setFlagsFromString } from 'node:v8';

const version = Number.parseInt(process.versions.v8, 10);

/** Sets a flag on the versions of V8, as major numbers, that are known to have it: others complain on standard error. */
export function setFlag(flag: string, first: number, last: number): void {
  if (first <= version && version <= last) setFlagsFromString(flag);
}
