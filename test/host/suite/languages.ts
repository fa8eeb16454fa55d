import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, has, open, openText, placeOf } from './editor.ts';

describe('languages in the editor', () => {
  it('knows files by their names', async () => {
    assert.equal((await open('shop/api/Dockerfile')).languageId, 'dockerfile');
    assert.equal((await open('shop/compose.yaml')).languageId, 'dockercompose');
    assert.match((await open('shop/api/.dockerignore')).languageId, /ignore/);
  });

  it('reports what is wrong in a Dockerfile', async () => {
    const document = await open('shop/api/Dockerfile');
    const found = await diagnostics(document, (all) => all.length > 5);
    assert.ok(has(found, 'no-sudo'), found.map(codeOf).join(' '));
  });

  it('reports what is wrong in a Compose file', async () => {
    const document = await open('shop/compose.yaml');
    await diagnostics(document, (all) => all.length > 0);
  });

  it('reports nothing in the clean sample', async () => {
    for (const file of ['clean/Dockerfile', 'clean/compose.yaml', 'clean/.dockerignore']) {
      const document = await open(file);
      // Something wrong elsewhere shows that the server has been here.
      await diagnostics(await openText('dockerfile', 'FRM alpine\n'), (all) => all.length > 0);
      await diagnostics(document, (all) => all.length === 0);
    }
  });

  it('fixes a finding', async () => {
    const document = await openText('dockerfile', 'FROM alpine:3.22\nMAINTAINER Ann\n');
    const [finding] = (await diagnostics(document, (all) => has(all, 'maintainer-deprecated'))).filter(
      (each) => codeOf(each) === 'maintainer-deprecated',
    );
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const fix = actions.find(({ edit, title }) => edit && title === 'Replace with a label');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join('\n'));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), 'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="Ann"\n');
    await diagnostics(document, (all) => !has(all, 'maintainer-deprecated'));
  });

  it('follows the text as it is typed', async () => {
    const document = await openText('dockerfile', 'FROM alpine:3.22\n');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), 'RUN sudo true\n');
    await vscode.workspace.applyEdit(edit);
    await diagnostics(document, (all) => has(all, 'no-sudo'));
  });

  it('formats a Dockerfile', async () => {
    const document = await openText('dockerfile', 'from alpine:3.22\n\n\n\nRUN   true   \n');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 4, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(edits.length > 0);
    await vscode.workspace.applyEdit(edit);
    assert.match(document.getText(), /^FROM alpine:3\.22\n/);
  });

  it('completes instructions and Compose keys', async () => {
    const dockerfile = await openText('dockerfile', 'FROM alpine:3.22\nWOR');
    assert.ok((await completions(dockerfile, new vscode.Position(1, 3))).includes('WORKDIR'));
    const compose = await openText('dockercompose', 'services:\n  web:\n    ima\n');
    assert.ok((await completions(compose, new vscode.Position(2, 7))).includes('image'));
  });

  it('explains, finds and renames a stage', async () => {
    const document = await openText(
      'dockerfile',
      'FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /app /app\n',
    );
    const use = placeOf(document, '--from=build', '--from='.length);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      use,
    );
    assert.ok(hovers.length > 0);
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      use,
    );
    const [first] = found;
    assert.ok(first);
    assert.equal(('targetRange' in first ? first.targetRange : first.range).start.line, 0);
    const rename = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      use,
      'compile',
    );
    await vscode.workspace.applyEdit(rename);
    assert.match(document.getText(), /AS compile\n(.*\n)*.*--from=compile/);
  });

  it('shows the outline of a Compose file', async () => {
    const document = await open('clean/compose.yaml');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const services = symbols.find(({ name }) => name === 'services');
    assert.deepEqual(
      services?.children.map(({ name }) => name),
      ['api', 'db'],
    );
  });
});

async function completions(document: vscode.TextDocument, at: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
