/**
 * The real parts that tests and `npm start` run on: Docker Engine, registry, Chromium, VS Code. As root on Debian they
 * are installed; elsewhere what is there is used. `DOCKWRIGHT_NO_INSTALL=1` installs nothing anywhere.
 */
import { existsSync } from 'node:fs';
import { lastLines, run, say } from './childProcess.ts';
import { installedVsCodeServer, installVsCodeServer } from './vscodeServer.ts';

/** Debian's package by a file that it brings. */
const debianPackages: Readonly<Record<string, string>> = {
  '/usr/sbin/dockerd': 'docker.io',
  '/usr/bin/docker-registry': 'docker-registry',
  '/bin/busybox': 'busybox-static',
  '/usr/bin/docker-compose': 'docker-compose',
  '/usr/sbin/ip': 'iproute2',
  '/usr/bin/chromium': 'chromium',
  '/usr/bin/krb5-config': 'libkrb5-dev',
  '/usr/bin/pkg-config': 'pkg-config',
  '/usr/bin/make': 'make',
  '/usr/bin/g++': 'g++',
};

/** Which parts to install: Debian's packages for the Engine and the browser, the VS Code server. Default: both. */
export interface Wanted {
  readonly packages?: boolean;
  readonly vscode?: boolean;
}

/** Installs what is missing and may be installed. Resolves with sentences about what could not be; never rejects. */
export async function setUp({ packages = true, vscode = true }: Wanted = {}): Promise<string[]> {
  const problems: string[] = [];
  for (const step of [packages ? installDebianPackages : undefined, vscode ? installEditor : undefined]) {
    try {
      await step?.();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  return problems;
}

async function installEditor(): Promise<void> {
  if (installedVsCodeServer()) return;
  if (process.env.DOCKWRIGHT_NO_INSTALL) throw new Error('No VS Code server: DOCKWRIGHT_NO_INSTALL is set.');
  if (process.platform === 'win32') throw new Error('No VS Code server: it cannot be installed on Windows.');
  await installVsCodeServer();
}

async function installDebianPackages(): Promise<void> {
  const missing = Object.keys(debianPackages).filter((file) => !existsSync(file));
  if (missing.length === 0) return;
  if (process.env.DOCKWRIGHT_NO_INSTALL || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  const names = missing.map((file) => debianPackages[file] ?? '');
  say(`Installing Debian packages: ${names.join(' ')}`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 15 * 60_000 };
  await run('apt-get', ['update', '--quiet'], { ...options, doing: 'apt-get update' });
  const install = ['install', '--yes', '--quiet', '--no-install-recommends', '--option', 'DPkg::Lock::Timeout=300'];
  const all = await run('apt-get', [...install, ...names], { ...options, doing: 'installing Debian packages' });
  if (all.code === 0) return;
  // One package that cannot be had must not cost the others.
  const failed: string[] = [];
  for (const name of names) {
    const one = await run('apt-get', [...install, name], { ...options, doing: `installing ${name}` });
    if (one.code !== 0) failed.push(name);
  }
  if (failed.length > 0)
    throw new Error(`apt-get could not install ${failed.join(', ')}:\n${lastLines(all.output, 5)}`);
}
