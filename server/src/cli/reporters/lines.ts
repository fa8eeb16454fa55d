import type { Severity } from '../../lint/rule.ts';
import type { Reporter } from './reporter.ts';

/** `file:line:column: severity: message [rule]`, one finding a line: what editors and `grep` like. */
export const compact: Reporter = (results) =>
  each(
    results,
    (path, { line, column, severity, message, ruleId }) =>
      `${path}:${line}:${column}: ${severity}: ${message} [${ruleId}]`,
  );

/** The GNU standard for error messages. */
export const gnu: Reporter = (results) =>
  each(
    results,
    (path, { line, column, endLine, endColumn, severity, message, ruleId }) =>
      `dockwright:${path}:${line}.${column}-${endLine}.${endColumn}: ${severity}: ${message} [${ruleId}]`,
  );

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  style: 'notice',
};

/** Workflow commands of GitHub Actions, which show as annotations. */
export const github: Reporter = (results) =>
  each(results, (path, { line, column, endLine, endColumn, severity, message, ruleId }) => {
    const properties = {
      file: path,
      line,
      // GitHub refuses columns that span lines.
      ...(line === endLine ? { col: column, endColumn } : { endLine }),
      title: ruleId,
    };
    const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(message)}`;
  });

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

type Results = Parameters<Reporter>[0];

function each(
  results: Results,
  lineOf: (path: string, finding: Results[number]['findings'][number]) => string,
): string {
  let text = '';
  for (const { path, findings } of results) for (const finding of findings) text += `${lineOf(path, finding)}\n`;
  return text;
}
