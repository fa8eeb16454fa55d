import type { Diagnostic } from '../lint/diagnostics.ts';
import { safeFix } from '../lint/fix.ts';
import type { Severity } from '../lint/rule.ts';
import type { Lines } from '../text/lines.ts';

/** A finding with the places a person reads: lines and columns are 1-based, columns count UTF-16 units. */
export interface ReportedFinding {
  readonly ruleId: string;
  /** Names of the same finding in other tools, `hadolint/DL3006`. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Behind the last character. */
  readonly endColumn: number;
  /** `--fix` answers it. */
  readonly fixable: boolean;
}

/** What was found in one file. */
export interface FileResult {
  /** Relative to the working directory where it is below it, with `/`. */
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
}

/** Texts of the file stand in messages, and a terminal would obey them. */
const CONTROL = /[^\P{Cc}\n\t]/gu;

export function reported(diagnostic: Diagnostic, lines: Lines): ReportedFinding {
  const start = lines.position(diagnostic.at.start);
  const end = lines.position(diagnostic.at.end);
  return {
    ruleId: diagnostic.ruleId,
    aliases: diagnostic.aliases,
    severity: diagnostic.severity,
    message: diagnostic.message.replace(CONTROL, '\uFFFD'),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    fixable: diagnostic.fixes !== undefined && safeFix(diagnostic, diagnostic.fixes()) !== undefined,
  };
}
