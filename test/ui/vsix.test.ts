import path from 'node:path';
import type { Browser } from 'playwright-core';
import { runOrThrow } from '../../tools/childProcess.ts';
import { type Editor, startEditor } from '../support/editor.ts';
import { repository } from '../support/repository.ts';
import { removeFiles, runFolder } from '../support/runFolder.ts';
import { openBrowser, openWorkbench, type Workbench } from '../support/workbench.ts';

describe('the extension installed from its VSIX', () => {
  let folder: string;
  let editor: Editor;
  let browser: Browser;
  let workbench: Workbench;

  before(async function () {
    this.timeout(180_000);
    folder = await runFolder('vsix');
    const vsix = path.join(folder, 'dockwright.vsix');
    await runOrThrow(process.execPath, ['--import=tsx', 'tools/package.ts', '--out', vsix], { cwd: repository });
    editor = await startEditor({ vsix, env: { ...process.env, DOCKER_HOST: 'unix:///nowhere/docker.sock' } });
    browser = await openBrowser();
    const address = editor.address(path.join(repository, 'samples'), { extension: false });
    workbench = await openWorkbench(browser, address);
  });

  after(async () => {
    await browser?.close();
    await editor?.stop();
    await removeFiles(folder);
  });

  for (const file of ['shop/api/Dockerfile', 'shop/compose.yaml']) {
    it(`finds problems in ${file}`, async () => {
      await workbench.openFile(file);
      await workbench.page.locator('.cdr.squiggly-warning, .cdr.squiggly-error').first().waitFor();
    });
  }

  it('has its place in the activity bar', async () => {
    await workbench.openContainer('Dockwright');
    await workbench.page.locator('.sidebar .welcome-view-content').first().waitFor();
  });
});
