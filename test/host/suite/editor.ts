/** What the suites do in the editor again and again. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The extension under test. */
export function dockwright(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('dockwright.dockwright');
  assert.ok(extension, 'the extension is not installed');
  return extension;
}

/** Opens a file of the workspace in the editor. */
export async function open(file: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens a document of its own with this text. */
export async function openText(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** The document's diagnostics from the extension, as soon as `accept` takes them; fails after 30 s with what was there. */
export async function diagnostics(
  document: vscode.TextDocument,
  accept: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  let found: vscode.Diagnostic[] = [];
  try {
    await eventually('diagnostics', () => {
      found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'dockwright');
      return accept(found);
    });
  } catch {
    const seen = found.map((diagnostic) => `${codeOf(diagnostic)} ${diagnostic.message}`).join('\n');
    assert.fail(`not the diagnostics waited for in ${document.uri.path}, but:\n${seen}`);
  }
  return found;
}

/** Waits until a question is answered with yes; fails after 30 s. */
export async function eventually(what: string, ask: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await ask())) {
    assert.ok(Date.now() < end, `${what}: not within 30 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The id of the rule a diagnostic comes from. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Whether one of the diagnostics is from this rule. */
export function has(found: readonly vscode.Diagnostic[], rule: string): boolean {
  return found.some((diagnostic) => codeOf(diagnostic) === rule);
}

/** The place of the first occurrence of a text in a document, moved on by `characters`. */
export function placeOf(document: vscode.TextDocument, text: string, characters = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${text} is not in the document`);
  return document.positionAt(offset + characters);
}
