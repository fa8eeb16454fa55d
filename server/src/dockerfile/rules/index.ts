import type { DockerfileRule } from '../rule.ts';

export const rules: readonly DockerfileRule[] = [];
