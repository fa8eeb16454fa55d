import type { Finding, Report, Rule, RuleOptions } from '../lint/rule.ts';
import type { Executions } from './model/executions.ts';
import type { DockerfileFile } from './model/file.ts';
import type { Instruction } from './model/instructions.ts';

export type DockerfileRule = Rule<DockerfileFile>;

/** Gives a rule its type, so that its `check` needs no annotations. */
export function dockerfileRule(rule: DockerfileRule): DockerfileRule {
  return rule;
}

/** What the RUN instructions execute: as the shell in force does, or in exact mode as hadolint reads it. */
export function executionsOf({ model }: DockerfileFile, { exact }: RuleOptions): Executions {
  return exact ? model.hadolintExecutions : model.executions;
}

/**
 * Reports findings inside instructions. In exact mode as hadolint does: one for each instruction, on the line it begins.
 */
export function reportIn(
  { lines }: DockerfileFile,
  report: Report,
  { exact }: RuleOptions,
): (instruction: Instruction, finding: Finding) => void {
  if (!exact) return (_, finding) => report(finding);
  const told = new Set<Instruction>();
  return (instruction, finding) => {
    if (told.has(instruction)) return;
    told.add(instruction);
    const { keywordSpan } = instruction;
    const isOnFirstLine = lines.lineAt(finding.at.start) === lines.lineAt(keywordSpan.start);
    report(isOnFirstLine ? finding : { ...finding, at: keywordSpan });
  };
}
