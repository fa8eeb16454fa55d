import type { FileRule, Fix, Report } from '../lint/rule.ts';
import type { ComposeFile } from './model/file.ts';
import { reordered } from './model/order.ts';

export type ComposeRule = FileRule<ComposeFile>;

/** Gives a rule its type, and lets it report what several services take from one anchor only once. */
export function composeRule(rule: ComposeRule): ComposeRule {
  const { check } = rule;
  return { ...rule, check: (file, report, options) => check(file, once(report), options) };
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

/** A fix that puts entries or items in another order, when they can be moved without harm. */
export function reorder(title: string, ...order: Parameters<typeof reordered>): readonly Fix[] {
  const edits = reordered(...order);
  return edits.length > 0 ? [{ title, safe: true, edits }] : [];
}
