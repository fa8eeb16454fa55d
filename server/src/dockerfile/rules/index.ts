// biome-ignore-all format: generated
// biome-ignore-all assist/source/organizeImports: generated in order of ids
// Written by 'npm run generate' from the files beside it.
import type { DockerfileRule } from '../rule.ts';

/** In order of ids. */
export const rules: readonly DockerfileRule[] = [
];
