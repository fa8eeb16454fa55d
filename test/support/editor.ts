/** A VS Code served on 127.0.0.1, with the extension under development loaded from this repository. */
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lastLines, runOrThrow, startService, waitFor } from '../../tools/childProcess.ts';
import { installedVsCodeServer, type VsCodeServer } from '../../tools/vscodeServer.ts';
import { freePort } from './ports.ts';
import { repository } from './repository.ts';
import { removeFiles, runFolder } from './runFolder.ts';

export interface EditorOptions {
  /** Environment of the extension host, for `DOCKER_HOST`. Default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
  /** User settings, over the ones that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A VSIX to install first. */
  readonly vsix?: string;
}

/** A running VS Code server. */
export interface Editor {
  readonly port: number;
  /** Its own folder, for files that should go with it. */
  readonly folder: string;
  /**
   * The address of a workbench on a folder. `tests` is the absolute path of a module whose exported `run()` the extension
   * host awaits once the workbench is open. `extension: false` leaves the extension under development out.
   */
  address(folder: string, options?: { readonly tests?: string; readonly extension?: boolean }): string;
  /** Changes user settings while workbenches are open; they take it up at once. */
  configure(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** What the server printed. */
  output(): string;
  /** Resolves when the server ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Settings that keep welcome pages, trust questions and other features out of the way. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'workbench.tips.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'git.enabled': false,
  // Terminals made of text instead of pixels, for tests to read.
  'terminal.integrated.gpuAcceleration': 'off',
};

/** Starts the installed VS Code server. Rejects when `npm run setup` has not installed one, or it does not come up. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const installed = installedVsCodeServer();
  if (!installed) throw new Error("There is no VS Code server on this machine; 'npm run setup' installs one.");
  const folder = await runFolder('editor');
  const port = await freePort();
  const settingsFile = path.join(folder, 'data/Machine/settings.json');
  let settings = { ...quiet, ...options.settings };
  const configure = async (changes: Readonly<Record<string, unknown>>): Promise<void> => {
    settings = { ...settings, ...changes };
    await writeFile(settingsFile, JSON.stringify(settings, undefined, 2));
  };
  await mkdir(path.dirname(settingsFile), { recursive: true });
  await configure({});
  const folders = ['--server-data-dir', folder, '--extensions-dir', path.join(folder, 'extensions')];
  if (options.vsix) {
    await runOrThrow(installed.node, [installed.serverMain, ...folders, '--install-extension', options.vsix]);
  }
  const args = [installed.serverMain, ...folders, '--host', '127.0.0.1', '--port', String(port)];
  args.push('--without-connection-token', '--accept-server-license-terms', '--enable-smoke-test-driver');
  args.push('--disable-telemetry', '--disable-experiments', '--disable-workspace-trust');
  args.push('--builtin-extensions-dir', await linkBuiltIns(installed, path.join(folder, 'built-in')));
  const server = await startService(installed.node, args, { env: options.env ?? process.env });
  const stop = async (): Promise<void> => {
    await server.stop(3_000);
    await removeFiles(folder);
  };
  try {
    await waitFor('the VS Code server to answer', 60_000, async () => {
      if (!server.running()) throw new Error(`The VS Code server ended:\n${lastLines(server.output(), 10)}`);
      return (await fetch(`http://127.0.0.1:${port}/version`)).ok || undefined;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port,
    folder,
    address(workspace, { tests, extension = true } = {}) {
      const remote = (file: string): string => `vscode-remote://127.0.0.1:${port}${file}`;
      const payload: [string, string][] = [];
      if (extension) payload.push(['extensionDevelopmentPath', remote(repository)]);
      if (tests) payload.push(['extensionTestsPath', remote(tests)]);
      const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
      return `http://127.0.0.1:${port}/?${query}`;
    },
    configure,
    output: server.output,
    ended: server.ended,
    stop,
  };
}

/**
 * A folder with the built-in extensions that are data (themes, grammars), and those that show Markdown and check JSON.
 * Others, such as the one for GitHub, call services on the network by themselves.
 */
async function linkBuiltIns({ builtIns }: VsCodeServer, folder: string): Promise<string> {
  await mkdir(folder);
  for (const name of await readdir(builtIns)) {
    const source = path.join(builtIns, name);
    const manifest = await readFile(path.join(source, 'package.json'), 'utf8').catch(() => undefined);
    if (manifest === undefined) continue;
    const { main, browser } = JSON.parse(manifest);
    const data = main === undefined && browser === undefined;
    if (data || /^(markdown|json)-language-features$/.test(name)) await symlink(source, path.join(folder, name));
  }
  return folder;
}

/** A copy of a folder of this repository that a test may change; it lies in the editor's own folder. */
export async function copyInto(editor: Pick<Editor, 'folder'>, source: string): Promise<string> {
  const target = path.join(editor.folder, path.basename(source));
  await cp(path.join(repository, source), target, { recursive: true });
  return target;
}
