import type { FileRule } from '../lint/rule.ts';
import type { DockerignoreFile } from './file.ts';

export type DockerignoreRule = FileRule<DockerignoreFile>;

/** Gives a rule its type, so that its `check` needs no annotations. */
export function dockerignoreRule(rule: DockerignoreRule): DockerignoreRule {
  return rule;
}
