/**
 * A real VS Code server for machines without a desktop: npm's `code-server` package contains one, and npm's Node 24
 * packages the runtime it asks for. It is installed once, into a cache folder outside the repository.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isRunning, runOrThrow, say } from './childProcess.ts';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.20.0';

/** Where the parts of an installed VS Code server are. */
export interface VsCodeServer {
  /** The Node 24 executable it runs with. */
  readonly node: string;
  /** The script that is VS Code's own server, without code-server's wrapper. */
  readonly serverMain: string;
  /** The folder of VS Code's built-in extensions. */
  readonly builtIns: string;
}

/** Our folder for large downloads, outside of any clone. */
export function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  return path.join(base, 'dockwright');
}

/** The VS Code server in the cache, or `undefined` when `installVsCodeServer` has not been run. */
export function installedVsCodeServer(): VsCodeServer | undefined {
  return existsSync(installFolder()) ? partsIn(installFolder()) : undefined;
}

/**
 * Installs the VS Code server unless it is there. Takes a few minutes, mostly to compile its native modules, which needs
 * make, g++, pkg-config and the Kerberos headers. An interrupted installation leaves nothing that counts as installed.
 */
export async function installVsCodeServer(): Promise<VsCodeServer> {
  const target = installFolder();
  if (existsSync(target)) return partsIn(target);
  await mkdir(cacheFolder(), { recursive: true });
  await removeAbandoned();
  const folder = `${target}.${process.pid}.${randomUUID().slice(0, 8)}.part`;
  await mkdir(folder);
  try {
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'dockwright-vscode', private: true }));
    say(`Installing a VS Code server (npm's code-server ${codeServerVersion}, about 620 MB, once) into ${target}`);
    await npmInstall(folder, `${nodePackage()}@${nodeVersion}`, process.env, 'downloading Node 24');
    const root = path.join(folder, 'node_modules', nodePackage());
    const env = {
      ...process.env,
      PATH: `${path.join(root, 'bin')}${path.delimiter}${process.env.PATH ?? ''}`,
      npm_config_nodedir: root,
    };
    await npmInstall(folder, `code-server@${codeServerVersion}`, env, 'downloading VS Code and compiling its modules');
    await rename(folder, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return partsIn(target);
}

function installFolder(): string {
  return path.join(cacheFolder(), `vscode-${codeServerVersion}`);
}

function partsIn(folder: string): VsCodeServer {
  const modules = path.join(folder, 'node_modules');
  const vscode = path.join(modules, 'code-server', 'lib', 'vscode');
  return {
    node: path.join(modules, nodePackage(), 'bin', 'node'),
    serverMain: path.join(vscode, 'out', 'server-main.js'),
    builtIns: path.join(vscode, 'extensions'),
  };
}

function nodePackage(): string {
  return `node-${process.platform}-${process.arch}`;
}

async function npmInstall(folder: string, what: string, env: NodeJS.ProcessEnv, doing: string): Promise<void> {
  await runOrThrow('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', what], {
    cwd: folder,
    env: withoutOuterNpm(env),
    timeout: 20 * 60_000,
    doing,
  });
}

/** npm hands the project it runs in to its children; an installation elsewhere must not inherit it. */
function withoutOuterNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own =
    /^(npm_package_|npm_lifecycle_|(npm_node_execpath|npm_execpath|npm_command|npm_config_user_agent|npm_config_local_prefix|INIT_CWD|NODE_OPTIONS)$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

/** Removes unfinished installations whose process is gone. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cacheFolder())) {
    const pid = /\.(\d+)\.[0-9a-f]{8}\.part$/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(path.join(cacheFolder(), name), { recursive: true, force: true });
  }
}
