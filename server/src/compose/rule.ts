import type { Report, Rule } from '../lint/rule.ts';
import type { ComposeFile } from './model/file.ts';

export type ComposeRule = Rule<ComposeFile>;

/** Gives a rule its type, and lets it report what several services take from one anchor only once. */
export function composeRule(rule: ComposeRule): ComposeRule {
  return { ...rule, check: (file, report, options) => rule.check(file, once(report), options) };
}

/** Drops a finding whose place and message were reported before. */
export function once(report: Report): Report {
  const reported = new Set<string>();
  return (finding) => {
    const key = `${finding.at.start} ${finding.at.end} ${finding.message}`;
    if (reported.has(key)) return;
    reported.add(key);
    report(finding);
  };
}
