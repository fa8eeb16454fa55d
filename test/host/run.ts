/**
 * Runs the suites of `suite/` inside the extension host of a real VS Code, once with a Docker Engine and once without:
 * desktop VS Code where there is a display and it can be downloaded, else a served one that headless Chromium opens.
 * Takes Mocha's options for reporting, `--grep`, and the names of suites.
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { say, waitFor } from '../../tools/childProcess.ts';
import { cacheFolder } from '../../tools/vscodeServer.ts';
import { startEditor } from '../support/editor.ts';
import { noEngineReason, startEngine } from '../support/engine.ts';
import { repository, trackedFiles } from '../support/repository.ts';
import { removeFiles, runFolder } from '../support/runFolder.ts';
import { fillEngine } from '../support/sampleEngine.ts';
import { openBrowser } from '../support/workbench.ts';

const { values, positionals } = parseArgs({
  options: { reporter: { type: 'string' }, 'reporter-option': { type: 'string' }, grep: { type: 'string' } },
  strict: false,
  allowPositionals: true,
});
const output = /^output=(.*)$/.exec(String(values['reporter-option'] ?? ''))?.[1];
const built = path.join(repository, 'test-results/host');
const total = { passed: 0, failed: 0, skipped: 0 };

await buildSuites();
const desktop = await desktopEditor();
const wanted = (suite: string): boolean => positionals.length === 0 || positionals.includes(suite);
if (wanted('withoutEngine'))
  await session('withoutEngine', { ...process.env, DOCKER_HOST: 'unix:///nowhere/docker.sock' });
const reason = noEngineReason();
if (reason) {
  say(`skipped: trees and commands on an Engine, because ${reason}`);
  total.skipped += 1;
} else if (wanted('withEngine')) {
  const engine = await startEngine();
  try {
    await fillEngine(engine, repository);
    await session('withEngine', engine.env);
  } finally {
    await engine.stop();
  }
}
if (output) await writeFile(output, JSON.stringify({ ...total, finished: true }));
else say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);

/** Runs one of the suites on a copy of the samples, and adds what it counted. */
async function session(suite: string, env: NodeJS.ProcessEnv): Promise<void> {
  say(`  ${suite} …`);
  const folder = await runFolder('host');
  const workspace = path.join(folder, 'samples');
  await cp(path.join(repository, 'samples'), workspace, { recursive: true });
  const counts = path.join(folder, 'counts.json');
  const plan = { suite: path.join(built, `${suite}.js`), counts, grep: values.grep, root: repository };
  const extensionTestsEnv = { ...env, DOCKWRIGHT_HOST_TESTS: JSON.stringify(plan) };
  try {
    if (desktop) await runOnDesktop(desktop, workspace, extensionTestsEnv);
    else await runServed(workspace, extensionTestsEnv, counts);
  } catch (error) {
    say(`  FAILED ${suite} did not run to its end: ${error instanceof Error ? error.stack : error}`);
    total.failed += 1;
  }
  const counted = JSON.parse(await readFile(counts, 'utf8').catch(() => '{"output":""}'));
  process.stdout.write(counted.output);
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counted[key] ?? 0;
  await removeFiles(folder);
}

async function runOnDesktop(program: string, workspace: string, env: NodeJS.ProcessEnv): Promise<void> {
  await runTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: repository,
    extensionTestsPath: path.join(built, 'index.js'),
    extensionTestsEnv: env,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
  });
}

async function runServed(workspace: string, env: NodeJS.ProcessEnv, counts: string): Promise<void> {
  const editor = await startEditor({ env });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(editor.address(workspace, { tests: path.join(built, 'index.js') }), { timeout: 90_000 });
    await waitFor(
      'the suite to end',
      5 * 60_000,
      async () => JSON.parse(await readFile(counts, 'utf8')).finished || undefined,
    );
  } catch (error) {
    const page = browser.contexts()[0]?.pages()[0];
    await page?.screenshot({ path: path.join(repository, 'test-results/host-failed.png') }).catch(() => undefined);
    throw error;
  } finally {
    await browser.close();
    await editor.stop();
  }
}

async function desktopEditor(): Promise<string | undefined> {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display || process.env.DOCKWRIGHT_NO_INSTALL) return undefined;
  try {
    return await downloadAndUnzipVSCode({ cachePath: path.join(cacheFolder(), 'desktop'), version: 'stable' });
  } catch {
    return undefined;
  }
}

async function buildSuites(): Promise<void> {
  const suites = trackedFiles('test/host/suite').filter((file) => file.endsWith('.ts'));
  await rm(built, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: repository,
    entryPoints: ['test/host/index.ts', ...suites],
    entryNames: '[name]',
    outdir: built,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'inline',
  });
}
