import { toolOf, withoutTool } from '../../lint/names.ts';
import type { Severity } from '../../lint/rule.ts';
import type { Reporter } from './reporter.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', style: 'note' };

/** SARIF 2.1.0 (OASIS), as code scanning services read it. */
export const sarif: Reporter = (results, { version, facts }) => {
  const indexes = new Map<string, number>();
  const rules: object[] = [];
  const indexOf = (ruleId: string, severity: Severity, aliases: readonly string[]): number => {
    let index = indexes.get(ruleId);
    if (index === undefined) {
      index = rules.length;
      indexes.set(ruleId, index);
      const known = facts(ruleId);
      rules.push({
        id: ruleId,
        ...(known && {
          shortDescription: { text: known.summary },
          fullDescription: { text: known.why },
          help: { text: `${known.summary} ${known.why}` },
        }),
        defaultConfiguration: { level: LEVELS[severity] },
        ...(aliases.length > 0 && {
          properties: { tags: aliases.map((alias) => `${toolOf(alias)}:${withoutTool(alias)}`) },
        }),
      });
    }
    return index;
  };
  const found = results.flatMap(({ path, findings }) =>
    findings.map((finding) => ({
      ruleId: finding.ruleId,
      ruleIndex: indexOf(finding.ruleId, finding.severity, finding.aliases),
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriReference(path) },
            region: {
              startLine: finding.line,
              startColumn: finding.column,
              endLine: finding.endLine,
              endColumn: finding.endColumn,
            },
          },
        },
      ],
    })),
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Dockwright', version, semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        artifacts: results.map(({ path }) => ({ location: { uri: uriReference(path) } })),
        results: found,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

/** A path as relative reference of a URI; an absolute one as file URI. */
function uriReference(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:/.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}
