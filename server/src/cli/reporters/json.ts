import { createHash } from 'node:crypto';
import type { Severity } from '../../lint/rule.ts';
import type { FileResult, ReportedFinding } from '../results.ts';
import type { Reporter } from './reporter.ts';

/** One array of findings over all files. */
export const json: Reporter = (results) =>
  `${JSON.stringify(
    flat(results).map(({ path, finding }) => ({ file: path, ...finding })),
    undefined,
    2,
  )}\n`;

const CODE_CLIMATE: Readonly<Record<Severity, string>> = {
  error: 'blocker',
  warning: 'major',
  info: 'info',
  style: 'minor',
};

/** Issues of the Code Climate engine specification, each followed by a NUL byte. */
export const codeclimate: Reporter = (results) =>
  flat(results)
    .map(({ path, finding }) => `${JSON.stringify(climateIssue(path, finding))}\0`)
    .join('');

/** GitLab's code quality report: one array of Code Climate issues with fingerprints. */
export const gitlab: Reporter = (results) => {
  const seen = new Map<string, number>();
  const issues = flat(results).map(({ path, finding }) => {
    // Without the line, so that a finding that only moves stays the same one; a number tells equal ones apart.
    const identity = JSON.stringify([path, finding.ruleId, finding.message]);
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    const fingerprint = createHash('sha1').update(`${identity}${before}`).digest('hex');
    return { ...climateIssue(path, finding), fingerprint };
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
};

function climateIssue(path: string, { ruleId, message, severity, line, column, endLine, endColumn }: ReportedFinding) {
  return {
    type: 'issue',
    check_name: ruleId,
    description: message,
    categories: ['Bug Risk'],
    location: {
      path,
      lines: { begin: line, end: endLine },
      positions: { begin: { line, column }, end: { line: endLine, column: endColumn } },
    },
    severity: CODE_CLIMATE[severity],
  };
}

/** One object after another, as Codacy reads them. */
export const codacy: Reporter = (results) =>
  flat(results)
    .map(
      ({ path, finding: { ruleId, message, line } }) =>
        `${JSON.stringify({ filename: path, patternId: ruleId, message, line })}\n`,
    )
    .join('');

const SONAR: Readonly<Record<Severity, string>> = { error: 'CRITICAL', warning: 'MAJOR', info: 'MINOR', style: 'INFO' };

/** SonarQube's generic issue format. */
export const sonarqube: Reporter = (results) => {
  const issues = flat(results).map(({ path, finding }) => ({
    engineId: 'Dockwright',
    ruleId: finding.ruleId,
    severity: SONAR[finding.severity],
    type: finding.severity === 'error' ? 'BUG' : 'CODE_SMELL',
    primaryLocation: { message: finding.message, filePath: path, textRange: sonarRange(finding) },
  }));
  return `${JSON.stringify({ issues }, undefined, 2)}\n`;
};

/** Columns are 0-based there, and a range must not be empty. */
function sonarRange({ line, column, endLine, endColumn }: ReportedFinding) {
  const isEmpty = line === endLine && column === endColumn;
  return isEmpty
    ? { startLine: line }
    : { startLine: line, endLine, startColumn: column - 1, endColumn: endColumn - 1 };
}

function flat(results: readonly FileResult[]): { path: string; finding: ReportedFinding }[] {
  return results.flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding })));
}
