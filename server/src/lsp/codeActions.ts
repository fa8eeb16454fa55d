import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver-types';
import { type Action, type ActionContext, FIX_ALL_KIND, fixAllAction, quickFixes } from '../lint/codeActions.ts';
import type { SourceFile } from '../lint/linted.ts';
import { toDiagnostic, toSpan, toTextEdits } from './convert.ts';

/** The kinds that the server offers. */
export const codeActionKinds: readonly string[] = ['quickfix', FIX_ALL_KIND];

/** Answers `textDocument/codeAction`: fixes and ways to silence findings, and, when asked for it, fix-all. */
export function codeActions(context: ActionContext<SourceFile>, params: CodeActionParams): CodeAction[] {
  const { file } = context;
  const actions: Action[] = [];
  const { only } = params.context;
  // A kind asks for itself and everything below it.
  const wants = (kind: string) =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  if (wants('quickfix')) actions.push(...quickFixes(context, toSpan(file.lines, params.range)));
  if (only !== undefined && wants(FIX_ALL_KIND)) {
    const action = fixAllAction(context);
    if (action !== undefined) actions.push(action);
  }
  const shown = new Map<unknown, LspDiagnostic>();
  return actions.map(({ title, kind, diagnostics, preferred, edits, command }) => ({
    title,
    kind,
    diagnostics: diagnostics.map((diagnostic) => {
      const converted = shown.get(diagnostic) ?? toDiagnostic(file.uri, file.lines, diagnostic);
      shown.set(diagnostic, converted);
      return converted;
    }),
    ...(preferred && { isPreferred: true }),
    ...(edits && { edit: { changes: { [file.uri]: toTextEdits(file.lines, edits) } } }),
    ...(command && { command: { title, command: command.name, arguments: [command.ruleId] } }),
  }));
}
