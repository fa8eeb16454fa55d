import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import * as vscode from 'vscode';
import { dockwright } from './editor.ts';

/** Commands that VS Code makes by itself for each contributed view and container. */
const madeForViews = ['focus', 'open', 'resetViewLocation', 'removeView', 'toggleVisibility'];

describe('activation', () => {
  const contributes = dockwright().packageJSON.contributes ?? {};
  const declared: string[] = (contributes.commands ?? []).map(({ command }: { command: string }) => command);

  it('is quick and opens no socket', async () => {
    assert.equal(dockwright().isActive, false, 'it was activated before anything asked for it');
    const opened: string[] = [];
    const connect = net.Socket.prototype.connect;
    net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
      const stack = String(new Error('connect').stack);
      // Others live in this process too, VS Code itself for one.
      if (stack.includes(path.join('dist', 'extension.js'))) opened.push(stack);
      return Reflect.apply(connect, this, args);
    } as typeof connect;
    const emptyProgram = median(5, () => spawnSync(process.execPath, ['-e', '0']));
    const started = performance.now();
    try {
      await dockwright().activate();
      const time = performance.now() - started;
      assert.ok(time < 8 * emptyProgram, `activation took ${time} ms, an empty program ${emptyProgram} ms`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    } finally {
      net.Socket.prototype.connect = connect;
    }
    assert.deepEqual(opened, []);
  });

  it('registers every declared command and declares every registered one', async () => {
    const views: { id: string }[] = Object.values<{ id: string }[]>(contributes.views ?? {}).flat();
    const made = new Set(views.flatMap(({ id }) => madeForViews.map((name) => `${id}.${name}`)));
    const all = await vscode.commands.getCommands(true);
    const registered = all.filter((command) => command.startsWith('dockwright.') && !made.has(command));
    assert.ok(declared.length > 10);
    assert.deepEqual(registered.sort(), [...declared].sort());
  });

  it('has only declared commands in menus and behind keys', () => {
    const menus: { command?: string }[] = Object.values<{ command?: string }[]>(contributes.menus ?? {}).flat();
    const used = [...menus, ...(contributes.keybindings ?? [])].flatMap(({ command }) => command ?? []);
    assert.deepEqual(
      used.filter((command) => !declared.includes(command)),
      [],
    );
  });

  it('has a default and a description for every setting', () => {
    const sections = [contributes.configuration].flat();
    const settings = sections.flatMap(({ properties }) => Object.entries<Record<string, unknown>>(properties));
    assert.ok(settings.length > 0);
    for (const [key, { description, markdownDescription }] of settings) {
      assert.ok(description ?? markdownDescription, key);
      assert.notEqual(vscode.workspace.getConfiguration().inspect(key)?.defaultValue, undefined, key);
    }
  });
});

function median(runs: number, action: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    action();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}
