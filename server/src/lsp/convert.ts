import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
  type TextEdit as LspTextEdit,
  type Range,
} from 'vscode-languageserver-types';
import type { Diagnostic } from '../lint/diagnostics.ts';
import type { Severity } from '../lint/rule.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  style: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** Shown as the source of every diagnostic. */
export const source = 'dockwright';

export function toRange(lines: Lines, { start, end }: Span): Range {
  return { start: lines.position(start), end: lines.position(end) };
}

export function toSpan(lines: Lines, { start, end }: Range): Span {
  return { start: lines.offset(start), end: lines.offset(end) };
}

export function toTextEdits(lines: Lines, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ at, newText }) => ({ range: toRange(lines, at), newText }));
}

export function toDiagnostic(uri: string, lines: Lines, diagnostic: Diagnostic): LspDiagnostic {
  const converted: LspDiagnostic = {
    range: toRange(lines, diagnostic.at),
    severity: severities[diagnostic.severity],
    code: diagnostic.ruleId,
    source,
    message: diagnostic.message,
  };
  if (diagnostic.tag !== undefined) converted.tags = [tags[diagnostic.tag]];
  if (diagnostic.related !== undefined) {
    converted.relatedInformation = diagnostic.related.map(({ at, message }) => ({
      location: { uri, range: toRange(lines, at) },
      message,
    }));
  }
  return converted;
}
