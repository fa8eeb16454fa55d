import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { dockwright } from './editor.ts';

describe('with a Docker Engine', () => {
  it('shows its views', async () => {
    await vscode.commands.executeCommand('dockwright.containers.focus');
    assert.ok(dockwright().isActive);
  });
});
