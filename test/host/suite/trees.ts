import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { dockwright, eventually } from './editor.ts';

type Provider = vscode.TreeDataProvider<unknown>;

describe('with a Docker Engine', () => {
  const providers = new Map<string, Provider>();

  before(async () => {
    // Trees can only be looked into through what the extension hands to the editor.
    const { createTreeView } = vscode.window;
    vscode.window.createTreeView = <T>(id: string, options: vscode.TreeViewOptions<T>) => {
      providers.set(id, options.treeDataProvider as Provider);
      return createTreeView(id, options);
    };
    await dockwright().activate();
    await vscode.commands.executeCommand('dockwright.containers.focus');
  });

  it('shows its containers, grouped by Compose project', async () => {
    const project = await find('containers', 'shop');
    const names = (await children('containers', project)).map(({ label }) => label);
    assert.deepEqual(names.sort(), ['api', 'cache', 'db', 'web', 'worker']);
    await find('containers', 'migration');
  });

  it('shows its images, volumes and networks', async () => {
    await find('images', /^postgres/);
    await find('volumes', 'shop_data');
    await find('networks', 'shop_default');
  });

  it('follows what happens on it', async () => {
    await docker('run', '--detach', '--name', 'from-outside', 'busybox', 'sleep', '86400');
    await find('containers', 'from-outside');
    await docker('rm', '--force', 'from-outside');
    await eventually('the row to be gone', async () => {
      return (await children('containers')).every(({ label }) => label !== 'from-outside');
    });
  });

  it('runs commands on its containers', async () => {
    const files = await find('containers', 'files');
    await vscode.commands.executeCommand('dockwright.containers.pause', files);
    assert.equal(await docker('inspect', '--format', '{{.State.Status}}', 'files'), 'paused');
    await vscode.commands.executeCommand('dockwright.containers.unpause', files);
    assert.equal(await docker('inspect', '--format', '{{.State.Status}}', 'files'), 'running');
  });

  it('shows the record of a container as a document', async () => {
    await vscode.commands.executeCommand('dockwright.containers.inspect', await find('containers', 'files'));
    await eventually(
      'the document to be shown',
      () => vscode.window.activeTextEditor?.document.uri.scheme === 'dockwright',
    );
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(JSON.parse(document?.getText() ?? '').Name, '/files');
  });

  interface Shown {
    readonly element: unknown;
    readonly label: string;
  }

  /** The rows under an element of a view, or its top ones. */
  async function children(view: string, element?: unknown): Promise<Shown[]> {
    const provider = providers.get(`dockwright.${view}`);
    assert.ok(provider, `there is no view ${view}`);
    const elements = (await provider.getChildren(element)) ?? [];
    return Promise.all(
      elements.map(async (each) => {
        const { label } = await provider.getTreeItem(each);
        return { element: each, label: typeof label === 'string' ? label : (label?.label ?? '') };
      }),
    );
  }

  /** The top row of a view with this label, as soon as there is one. */
  async function find(view: string, label: string | RegExp): Promise<unknown> {
    let found: Shown | undefined;
    await eventually(`a row ${label} in ${view}`, async () => {
      found = (await children(view)).find((row) =>
        typeof label === 'string' ? row.label === label : label.test(row.label),
      );
      return found !== undefined;
    });
    return found?.element;
  }
});

/** Runs the docker command line on the Engine that the extension uses. */
async function docker(...args: string[]): Promise<string> {
  return (await promisify(execFile)('/usr/bin/docker', args)).stdout.trim();
}
