/**
 * `npm start`: builds, and opens a real VS Code with the extension on the folder `samples`. Desktop VS Code where there is
 * a display, else one served on 127.0.0.1. `--engine` adds a throwaway Docker Engine, `--check` only tries and ends.
 */
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { type Editor, startEditor } from '../test/support/editor.ts';
import { type Engine, findProgram, startEngine } from '../test/support/engine.ts';
import { repository } from '../test/support/repository.ts';
import { fillEngine } from '../test/support/sampleEngine.ts';
import { findChromium, openBrowser, openWorkbench } from '../test/support/workbench.ts';
import { runOrThrow, say, startService } from './childProcess.ts';
import { setUp } from './realParts.ts';
import { cacheFolder } from './vscodeServer.ts';

const withEngine = process.argv.includes('--engine');
const onlyCheck = process.argv.includes('--check');
const samples = path.join(repository, 'samples');
const stops: (() => Promise<void>)[] = [];

const interrupted = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});

try {
  await Promise.race([start(), interrupted]);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
for (const stop of stops.reverse()) await stop();
process.exit();

async function start(): Promise<void> {
  say('Building the extension, the language server and the command line …');
  await runOrThrow(process.execPath, ['--import', 'tsx', 'tools/build.ts'], { cwd: repository });
  const env = withEngine ? (await startFilledEngine()).env : process.env;
  const desktop = onlyCheck ? undefined : await desktopEditor();
  if (desktop) await runDesktop(desktop, env);
  else await serve(env);
}

async function startFilledEngine(): Promise<Engine> {
  for (const problem of await setUp({ vscode: false })) say(problem);
  say(
    'Starting a throwaway Docker Engine, and containers, images, volumes and a Compose project in it (half a minute) …',
  );
  const engine = await startEngine();
  stops.push(engine.stop);
  await fillEngine(engine, repository);
  say(`Docker Engine: ${engine.dockerHost}`);
  return engine;
}

/** The executable of a desktop VS Code: the one on PATH, or one downloaded into the cache; `undefined` without a display. */
async function desktopEditor(): Promise<string | undefined> {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display) return undefined;
  const installed = findProgram('code');
  if (installed) return installed;
  say('Downloading VS Code …');
  try {
    return await downloadAndUnzipVSCode({ cachePath: path.join(cacheFolder(), 'desktop'), version: 'stable' });
  } catch (error) {
    say(`VS Code cannot be downloaded (${error instanceof Error ? error.message : error}); a served one is used.`);
    return undefined;
  }
}

async function runDesktop(program: string, env: NodeJS.ProcessEnv): Promise<void> {
  const profile = path.join(cacheFolder(), 'desktop-profile');
  const args = ['--new-window', '--wait', '--disable-workspace-trust', '--user-data-dir', profile];
  args.push(`--extensionDevelopmentPath=${repository}`, samples);
  say(`Opening ${program} on ${samples}; close its window or press Ctrl-C to end.`);
  const window = await startService(program, args, { env });
  stops.push(() => window.stop());
  await window.ended;
}

async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  say('There is no display for a desktop VS Code: one is served for your browser.');
  const problems = await setUp();
  for (const problem of problems) say(problem);
  const editor = await startEditor({ env });
  stops.push(editor.stop);
  if (onlyCheck) return check(editor);
  say(`\nVS Code with Dockwright is served at\n\n  ${editor.address(samples)}\n\nPress Ctrl-C to end.`);
  await editor.ended;
  throw new Error(`VS Code ended:\n${editor.output()}`);
}

async function check(editor: Editor): Promise<void> {
  if (!findChromium()) throw new Error('There is no Chromium to check with.');
  const browser = await openBrowser();
  stops.push(() => browser.close());
  const workbench = await openWorkbench(browser, editor.address(samples));
  await workbench.openContainer('Dockwright');
  const views = await workbench.page.locator('.sidebar .pane-header').allInnerTexts();
  say(`The workbench is up, with the views ${views.map((view) => view.trim()).join(', ')}.`);
}
