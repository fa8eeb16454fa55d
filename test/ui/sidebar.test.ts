import assert from 'node:assert/strict';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { waitFor } from '../../tools/childProcess.ts';
import { type Editor, startEditor } from '../support/editor.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { repository } from '../support/repository.ts';
import { fillEngine } from '../support/sampleEngine.ts';
import { changeTheme, openBrowser, openWorkbench, seenText, themes, type Workbench } from '../support/workbench.ts';

const pictures = path.join(repository, 'test-results/ui');

describe('the sidebar', () => {
  let engine: Engine;
  let editor: Editor;
  let browser: Browser;
  let workbench: Workbench;

  before(async function () {
    this.timeout(180_000);
    engine = await startEngine();
    await fillEngine(engine, repository);
    editor = await startEditor({ env: engine.env });
    browser = await openBrowser();
    // Tall, because a tree has only the rows that can be seen.
    const size = { width: 1280, height: 1400 };
    workbench = await openWorkbench(browser, editor.address(path.join(repository, 'samples')), size);
    await workbench.openContainer('Dockwright');
  });

  after(async () => {
    await browser?.close();
    await editor?.stop();
    await engine?.stop();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await workbench.screenshot(path.join(pictures, `failed ${this.currentTest.title}.png`.replaceAll(' ', '-')));
  });

  it('groups containers by Compose project', async () => {
    await workbench.row('Containers', /^shop/);
    await workbench.row('Containers', 'worker');
    const rows = await workbench.rows('Containers');
    const project = rows.findIndex((row) => row.startsWith('shop'));
    const services = rows.slice(project + 1, project + 6).join('\n');
    for (const name of ['api', 'cache', 'db', 'web', 'worker']) assert.ok(services.includes(name), rows.join('\n'));
    assert.ok(
      rows.some((row) => row.includes('migration') && row.includes('3')),
      rows.join('\n'),
    );
  });

  it('shows images, volumes and networks', async () => {
    await workbench.row('Images', 'postgres');
    await workbench.row('Volumes', 'shop_data');
    await workbench.row('Networks', 'monitoring');
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`can be read in the theme ${theme}`, async () => {
      await changeTheme(editor, workbench, theme);
      await workbench.row('Containers', 'ticker');
      await workbench.screenshot(path.join(pictures, `sidebar-${theme}.png`));
    });
  }

  it('follows what happens on the engine', async () => {
    await engine.docker('run', '--detach', '--name', 'newcomer', 'busybox', 'sleep', '86400');
    await workbench.row('Containers', 'newcomer');
    await engine.docker('rm', '--force', 'newcomer');
    await gone('Containers', 'newcomer');
    await engine.docker('volume', 'create', 'fresh-volume');
    await workbench.row('Volumes', 'fresh-volume');
  });

  it('stops and starts a container from its context menu', async () => {
    await workbench.choose('Containers', 'ticker', 'Stop');
    await running('ticker', 'false');
    await workbench.row('Containers', /ticker.*exited/s);
    await workbench.choose('Containers', 'ticker', 'Start');
    await running('ticker', 'true');
  });

  it('asks before it removes, and says what is lost', async () => {
    await engine.docker('create', '--name', 'doomed', 'busybox', 'true');
    await workbench.choose('Containers', 'doomed', 'Remove…');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const text = await seenText(dialog);
    assert.match(text, /Remove .*doomed/);
    assert.match(text, /docker rm doomed/);
    await workbench.screenshot(path.join(pictures, 'remove-dialog.png'));
    await dialog.getByText('Cancel').click();
    await workbench.row('Containers', 'doomed');
    await workbench.choose('Containers', 'doomed', 'Remove…');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await gone('Containers', 'doomed');
    assert.equal(await engine.docker('ps', '--all', '--quiet', '--filter', 'name=doomed'), '');
  });

  it('follows logs in a terminal', async () => {
    await workbench.choose('Containers', 'ticker', 'Follow Logs');
    await workbench.page.locator('.terminal-wrapper.active .xterm').waitFor();
    await waitFor('a line of the log', 15_000, async () => {
      const text = await seenText(workbench.page.locator('.terminal-wrapper.active .xterm-rows'));
      return /\d\d:\d\d:\d\d tick/.test(text) || undefined;
    });
    await workbench.screenshot(path.join(pictures, 'logs.png'));
  });

  it('opens a shell that answers', async () => {
    await workbench.choose('Containers', 'files', 'Open Shell');
    const terminal = workbench.page.locator('.terminal-wrapper.active .xterm');
    await terminal.waitFor();
    await waitFor('the prompt', 15_000, async () => (/[#$]/.test(await seenText(terminal)) ? true : undefined));
    await workbench.page.keyboard.type('echo answer $((6*7))\n');
    await waitFor('the answer', 15_000, async () => {
      return (await seenText(terminal)).includes('answer 42') || undefined;
    });
    await workbench.page.keyboard.type('exit\n');
  });

  it('is used with the keyboard', async () => {
    await workbench.command('Focus on Volumes View');
    await workbench.row('Volumes', 'backups');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('ArrowDown');
    const focused = workbench.page.locator('.sidebar .pane .monaco-list:focus .monaco-list-row.focused');
    await focused.waitFor();
    assert.ok(await seenText(focused));
  });

  it('says when the engine is gone, and comes back with it', async () => {
    await engine.kill();
    await workbench.page.locator('.sidebar .welcome-view-content', { hasText: 'No Docker Engine' }).first().waitFor();
    await workbench.screenshot(path.join(pictures, 'engine-gone.png'));
    await engine.restart();
    await waitFor('the containers to come back', 90_000, async () => {
      return (await workbench.rows('Containers')).some((row) => row.includes('ticker')) || undefined;
    });
  });

  it('showed no error message in all that', async () => {
    assert.deepEqual(await workbench.notifications(), []);
  });

  async function gone(view: string, text: string): Promise<void> {
    await waitFor(`${text} to be gone`, 20_000, async () => {
      return (await workbench.rows(view)).every((row) => !row.includes(text)) || undefined;
    });
  }

  async function running(container: string, state: 'true' | 'false'): Promise<void> {
    await waitFor(`${container} to be running: ${state}`, 30_000, async () => {
      return (await engine.docker('inspect', '--format', '{{.State.Running}}', container)) === state || undefined;
    });
  }
});
