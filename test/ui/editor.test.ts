import assert from 'node:assert/strict';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { copyInto, type Editor, startEditor } from '../support/editor.ts';
import { repository } from '../support/repository.ts';
import { changeTheme, openBrowser, openWorkbench, themes, type Workbench } from '../support/workbench.ts';

const pictures = path.join(repository, 'test-results/ui');

describe('the editor without an engine', () => {
  let editor: Editor;
  let browser: Browser;
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    editor = await startEditor({ env: { ...process.env, DOCKER_HOST: 'unix:///nowhere/docker.sock' } });
    browser = await openBrowser();
    workbench = await openWorkbench(browser, editor.address(await copyInto(editor, 'samples')));
  });

  after(async () => {
    await browser?.close();
    await editor?.stop();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await workbench.screenshot(path.join(pictures, `failed ${this.currentTest.title}.png`.replaceAll(' ', '-')));
  });

  it('underlines what is wrong', async () => {
    await workbench.openFile('shop/api/Dockerfile');
    await workbench.page.locator('.cdr.squiggly-warning, .cdr.squiggly-error').first().waitFor({ timeout: 60_000 });
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`can be read in the theme ${theme}`, async () => {
      await changeTheme(editor, workbench, theme);
      await workbench.page.locator('.cdr.squiggly-warning, .cdr.squiggly-error').first().waitFor();
      await workbench.screenshot(path.join(pictures, `editor-${theme}.png`));
    });
  }

  it('lists problems with the rules they come from', async () => {
    await workbench.command('Problems: Focus on Problems View');
    const problems = workbench.page.locator('.markers-panel .monaco-list-row');
    await problems.first().waitFor();
    const texts = (await problems.allInnerTexts()).join('\n');
    assert.match(texts, /dockwright/);
    assert.match(texts, /maintainer-deprecated/);
    await workbench.screenshot(path.join(pictures, 'problems.png'));
  });

  it('explains a finding where the mouse is', async () => {
    await workbench.page.locator('.view-line span', { hasText: 'MAINTAINER' }).last().hover();
    await workbench.page
      .locator('.monaco-hover:visible', { hasText: /MAINTAINER/ })
      .first()
      .waitFor();
    await workbench.screenshot(path.join(pictures, 'hover.png'));
  });

  it('completes while one types', async () => {
    await workbench.openFile('clean/compose.yaml');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('\nnetw');
    await workbench.page.keyboard.press('Control+Space');
    await workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'networks' }).waitFor();
    await workbench.screenshot(path.join(pictures, 'completion.png'));
    await workbench.page.keyboard.press('Escape');
  });

  it('says in the sidebar that there is no engine, and what to do', async () => {
    await workbench.openContainer('Dockwright');
    const welcome = workbench.page.locator('.sidebar .welcome-view-content').first();
    await welcome.waitFor();
    await workbench.page
      .locator('.sidebar .welcome-view-content', { hasText: 'No Docker Engine answers' })
      .first()
      .waitFor();
    assert.ok(await welcome.getByRole('button').count());
    await workbench.screenshot(path.join(pictures, 'no-engine.png'));
  });

  it('showed no error message in all that', async () => {
    assert.deepEqual(await workbench.notifications(), []);
  });
});
