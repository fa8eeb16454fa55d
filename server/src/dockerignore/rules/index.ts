// biome-ignore-all format: generated
// biome-ignore-all assist/source/organizeImports: generated in order of ids
// Written by 'npm run generate' from the files beside it.
import type { DockerignoreRule } from '../rule.ts';
import { ignoreCommentPlace } from './ignore-comment-place.ts';
import { ignoreDuplicatePattern } from './ignore-duplicate-pattern.ts';
import { ignoreOutsideContext } from './ignore-outside-context.ts';
import { ignoreUnmatchedException } from './ignore-unmatched-exception.ts';

/** In order of ids. */
export const rules: readonly DockerignoreRule[] = [
  ignoreCommentPlace,
  ignoreDuplicatePattern,
  ignoreOutsideContext,
  ignoreUnmatchedException,
];
