import type { FileRule, Finding, Report, Rule, RuleOptions, StatementRule } from '../lint/rule.ts';
import type { Span } from '../text/span.ts';
import type { Executions } from './model/executions.ts';
import type { DockerfileFile } from './model/file.ts';
import type { Instruction, Run } from './model/instructions.ts';

export type DockerfileRule = Rule<DockerfileFile>;

/** Gives a rule its type, so that its `check` needs no annotations. */
export function dockerfileRule(rule: FileRule<DockerfileFile>): FileRule<DockerfileFile> {
  return rule;
}

/** The same for a rule that looks at one instruction at a time, and at nothing else but the values of its variables. */
export function instructionRule(
  rule: StatementRule<DockerfileFile, Instruction>,
): StatementRule<DockerfileFile, Instruction> {
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
  file: DockerfileFile,
  report: Report,
  { exact }: RuleOptions,
): (instruction: Instruction, finding: Finding) => void {
  if (!exact) return (_, finding) => report(finding);
  const told = new Set<Instruction>();
  return (instruction, finding) => {
    if (told.has(instruction)) return;
    told.add(instruction);
    const { keywordSpan } = instruction;
    const { lines } = file;
    const isOnFirstLine = lines.lineAt(finding.at.start) === lines.lineAt(keywordSpan.start);
    report(isOnFirstLine ? finding : { ...finding, at: keywordSpan });
  };
}

/** Asks about each RUN once, however many commands in it want to know. */
export function oncePerRun<Answer>(ask: (run: Run) => Answer): (run: Run) => Answer {
  const answers = new Map<Run, Answer>();
  return (run) => {
    let answer = answers.get(run);
    if (answer === undefined) {
      answer = ask(run);
      answers.set(run, answer);
    }
    return answer;
  };
}

/** A word of a command. */
interface Told {
  readonly text: string;
  readonly span: Span;
}

/** A finding at the first of some words, which points to the others. `undefined` when there are none. */
export function atFirst(words: readonly Told[], message: (text: string) => string): Finding | undefined {
  const [first, ...others] = words;
  if (first === undefined) return undefined;
  const related = others.map(({ span, text }) => ({ at: span, message: message(text) }));
  return { at: first.span, message: message(first.text), ...(related.length > 0 && { related }) };
}
