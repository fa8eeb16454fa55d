import type { Rule } from '../lint/rule.ts';
import type { DockerfileFile } from './model/file.ts';

export type DockerfileRule = Rule<DockerfileFile>;

/** Gives a rule its type, so that its `check` needs no annotations. */
export function dockerfileRule(rule: DockerfileRule): DockerfileRule {
  return rule;
}
