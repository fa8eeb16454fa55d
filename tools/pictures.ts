/** `npm run pictures`: takes the README's pictures, docs/images/*.png, from the running extension on the samples. */
import path from 'node:path';
import { copyInto, startEditor } from '../test/support/editor.ts';
import { startEngine } from '../test/support/engine.ts';
import { repository } from '../test/support/repository.ts';
import { fillEngine } from '../test/support/sampleEngine.ts';
import { openBrowser, openWorkbench, themes } from '../test/support/workbench.ts';
import { runOrThrow, say } from './childProcess.ts';
import { setUp } from './realParts.ts';

const images = path.join(repository, 'docs/images');
const size = { width: 1280, height: 800 };

for (const problem of await setUp()) say(problem);
await runOrThrow(process.execPath, ['--import=tsx', 'tools/build.ts', '--production'], { cwd: repository });
const engine = await startEngine();
await fillEngine(engine, repository);
const settings = {
  'workbench.colorTheme': themes.dark,
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
};
const editor = await startEditor({ env: engine.env, settings });
const browser = await openBrowser();
try {
  const workbench = await openWorkbench(browser, editor.address(await copyInto(editor, 'samples')), size);
  const { page } = workbench;
  const found = page.locator('.cdr.squiggly-warning, .cdr.squiggly-error').first();

  await workbench.openContainer('Dockwright');
  await workbench.row('Containers', 'worker');
  await workbench.choose('Containers', 'api', 'Follow Logs');
  await workbench.openFile('shop/compose.yaml');
  await found.waitFor();
  await page.mouse.move(1_000, 350);
  await page.waitForTimeout(3_000);
  await workbench.screenshot(path.join(images, 'sidebar.png'));

  await workbench.command('View: Hide Panel');
  await workbench.command('View: Close Primary Side Bar');
  await workbench.openFile('shop/api/Dockerfile');
  await found.waitFor();
  await workbench.command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await page.locator('.view-line span', { hasText: 'MAINTAINER' }).last().hover();
  await page.locator('.monaco-hover:visible').first().waitFor();
  await workbench.screenshot(path.join(images, 'editor.png'));
  say(`Pictures are in ${path.relative(repository, images)}.`);
} finally {
  await browser.close();
  await editor.stop();
  await engine.stop();
}
