import { withoutTool } from '../../lint/names.ts';
import type { Severity } from '../../lint/rule.ts';
import { severities } from '../../lint/severity.ts';
import type { ReportedFinding } from '../results.ts';
import type { Reporter } from './reporter.ts';

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, style: 34 };

/** For people: findings grouped by file, and what they come to. */
export const pretty: Reporter = (results, { colour }) => {
  const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  let text = '';
  for (const { path, findings } of results) {
    if (findings.length === 0) continue;
    text += `${paint(4, path)}\n`;
    const places = findings.map(({ line, column }) => `${line}:${column}`);
    const width = Math.max(...places.map(({ length }) => length));
    for (const [index, finding] of findings.entries()) {
      const place = (places[index] ?? '').padStart(width);
      const severity = paint(COLOURS[finding.severity], finding.severity.padEnd('warning'.length));
      text += `  ${paint(2, place)}  ${severity}  ${finding.message}  ${paint(2, nameOf(finding))}\n`;
    }
    text += '\n';
  }
  return (
    text +
    summary(
      results.flatMap(({ findings }) => findings),
      results.length,
      paint,
    )
  );
};

function nameOf({ ruleId, aliases }: ReportedFinding): string {
  return aliases[0] === undefined ? ruleId : `${ruleId} (${withoutTool(aliases[0])})`;
}

function summary(
  findings: readonly ReportedFinding[],
  files: number,
  paint: (code: number, text: string) => string,
): string {
  if (findings.length === 0) return files === 0 ? '' : `${paint(32, `No problems in ${count(files, 'file')}.`)}\n`;
  const grades = severities
    .map((severity) => ({ severity, number: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) =>
      severity === 'info' || severity === 'style' ? `${number} ${severity}` : count(number, severity),
    );
  const fixable = findings.filter((finding) => finding.fixable).length;
  const hint = fixable === 0 ? '' : ` ${fixable} can be fixed with --fix.`;
  const worst = severities.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'style';
  return `${paint(COLOURS[worst], `${count(findings.length, 'problem')} (${grades.join(', ')}) in ${count(files, 'file')}.`)}${hint}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
