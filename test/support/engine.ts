/** A Docker Engine of our own for one run: its own socket, data and bridge, gone without trace after `stop`. */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lastLines, run, runOrThrow, type Service, startService, waitFor } from '../../tools/childProcess.ts';
import { removeFiles, runFolder } from './runFolder.ts';

/** A running Engine. */
export interface Engine {
  /** Folder of the Engine, for sockets and files that should go with it. */
  readonly folder: string;
  readonly socketPath: string;
  /** `unix://` and the socket's path, as `DOCKER_HOST` takes it. */
  readonly dockerHost: string;
  /** The environment in which `docker` and `docker-compose` talk to this Engine and read no settings of the user. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs the docker command line on this Engine; resolves with its output, trimmed, and rejects when it fails. */
  docker(...args: string[]): Promise<string>;
  /** Runs docker-compose in a folder on this Engine; as `docker`. */
  compose(folder: string, ...args: string[]): Promise<string>;
  /** Makes an image of busybox under a tag (default `busybox:latest`), with a shell as its command. */
  importBusybox(tag?: string): Promise<void>;
  /** Ends the daemon with SIGKILL, as a crash would; containers go on. */
  kill(): Promise<void>;
  /** Starts the daemon again on the same socket and data, after `kill`. */
  restart(): Promise<void>;
  /** Removes all containers, ends the daemon and deletes what it stored. */
  stop(): Promise<void>;
}

/** Why no Engine can be started on this machine, or `undefined` when one can. */
export function noEngineReason(): string | undefined {
  if (process.platform !== 'linux') return 'a throwaway Docker Engine needs Linux';
  if (process.getuid?.() !== 0) return 'a throwaway Docker Engine needs root';
  if (!findProgram('dockerd')) return 'dockerd is not installed (Debian: docker.io)';
  if (!findProgram('docker')) return 'the docker command line is not installed (Debian: docker.io)';
  if (!findProgram('busybox')) return 'busybox is not installed (Debian: busybox-static)';
  if (!findProgram('docker-compose')) return 'docker-compose is not installed (Debian: docker-compose)';
  return undefined;
}

/** Starts an Engine; it is ready when the promise resolves, after about 3 s. Rejects with the daemon's last words. */
export async function startEngine(): Promise<Engine> {
  const reason = noEngineReason();
  if (reason) throw new Error(reason);
  const folder = await runFolder('engine', removeEngine);
  const bridge = await makeBridge();
  const socketPath = path.join(folder, 'docker.sock');
  const dockerHost = `unix://${socketPath}`;
  const env = { ...process.env, DOCKER_HOST: dockerHost, DOCKER_CONFIG: path.join(folder, 'config') };
  await mkdir(env.DOCKER_CONFIG);
  await writeFile(path.join(folder, 'bridge'), bridge ?? '');
  const cli = findProgram('docker') ?? 'docker';
  const docker = async (...args: string[]): Promise<string> => (await runOrThrow(cli, args, { env })).trim();

  const launch = async (): Promise<Service> => {
    const args = ['--host', dockerHost, '--data-root', `${folder}/data`, '--exec-root', `${folder}/exec`];
    args.push('--pidfile', `${folder}/pid`, '--log-level', 'warn', ...(bridge ? ['--bridge', bridge] : []));
    const daemon = await startService(findProgram('dockerd') ?? 'dockerd', args, { env: process.env });
    const answering = waitFor('dockerd to answer', 60_000, async () => {
      if (!daemon.running()) return 'ended';
      return (await run(cli, ['version'], { env })).code === 0 ? 'ready' : undefined;
    });
    if ((await answering) === 'ready') return daemon;
    throw new Error(`dockerd ended:\n${lastLines(daemon.output(), 10)}`);
  };

  let daemon: Service;
  try {
    daemon = await launch();
  } catch (error) {
    await removeEngine(folder);
    throw error;
  }
  return {
    folder,
    socketPath,
    dockerHost,
    env,
    docker,
    async compose(projectFolder, ...args) {
      const compose = findProgram('docker-compose') ?? 'docker-compose';
      return (await runOrThrow(compose, args, { env, cwd: projectFolder })).trim();
    },
    importBusybox: (tag = 'busybox:latest') => importBusybox(folder, env, cli, tag),
    async kill() {
      process.kill(daemon.pid, 'SIGKILL');
      await waitFor('dockerd to be gone', 10_000, () => !daemon.running() || undefined);
      // Its containerd ends with it, but dockerd would take the dead one that nobody reaped for a live one.
      await rm(`${folder}/exec/containerd/containerd.pid`, { force: true });
    },
    async restart() {
      await rm(`${folder}/pid`, { force: true });
      daemon = await launch();
    },
    async stop() {
      const ids = await docker('ps', '--all', '--quiet').catch(() => '');
      if (ids) await docker('rm', '--force', '--volumes', ...ids.split('\n')).catch(() => '');
      // A daemon that ends leaves the bridges of its networks behind.
      const networks = await docker('network', 'ls', '--quiet', '--filter', 'type=custom').catch(() => '');
      if (networks) await docker('network', 'rm', ...networks.split('\n')).catch(() => '');
      await daemon.stop(15_000);
      await removeEngine(folder);
    },
  };
}

/** The path of a program on PATH or in the usual system folders, or `undefined`. */
export function findProgram(name: string): string | undefined {
  const system = ['/usr/bin', '/usr/sbin', '/bin', '/sbin'];
  const folders = [...system, ...(process.env.PATH ?? '').split(path.delimiter)];
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

async function importBusybox(folder: string, env: NodeJS.ProcessEnv, cli: string, tag: string): Promise<void> {
  const root = path.join(folder, 'busybox');
  const archive = path.join(folder, 'busybox.tar');
  if (!existsSync(archive)) {
    const busybox = findProgram('busybox') ?? 'busybox';
    await mkdir(path.join(root, 'bin'), { recursive: true });
    for (const name of ['etc', 'tmp', 'www']) await mkdir(path.join(root, name));
    await copyFile(busybox, path.join(root, 'bin/busybox'));
    await chmod(path.join(root, 'bin/busybox'), 0o755);
    for (const applet of (await runOrThrow(busybox, ['--list'])).trim().split('\n')) {
      if (applet !== 'busybox') await symlink('busybox', path.join(root, 'bin', applet));
    }
    await writeFile(path.join(root, 'etc/passwd'), 'root:x:0:0:root:/:/bin/sh\n');
    await writeFile(path.join(root, 'www/index.html'), '<h1>It works</h1>\n');
    await runOrThrow('tar', ['-C', root, '-cf', archive, '.']);
  }
  await runOrThrow(cli, ['import', '--change', 'CMD ["sh"]', archive, tag], { env });
}

/** A bridge of our own, so that several Engines on one machine do not share docker0; `undefined` without `ip`. */
async function makeBridge(): Promise<string | undefined> {
  const ip = findProgram('ip');
  if (!ip) return undefined;
  for (let attempt = 0; attempt < 20; attempt++) {
    const number = Math.floor(Math.random() * 250);
    const name = `dockwright${number}`;
    if ((await run(ip, ['link', 'add', name, 'type', 'bridge'])).code !== 0) continue;
    await runOrThrow(ip, ['address', 'add', `10.199.${number}.1/24`, 'dev', name]);
    await runOrThrow(ip, ['link', 'set', name, 'up']);
    return name;
  }
  return undefined;
}

/** Ends what still runs from an Engine's folder, unmounts what it mounted and deletes it. */
async function removeEngine(folder: string): Promise<void> {
  await killProcessesOf(folder);
  const mounts = (await readFile('/proc/self/mounts', 'utf8')).split('\n').map((line) => line.split(' ')[1] ?? '');
  for (const mount of mounts.reverse()) {
    if (mount.startsWith(`${folder}/`)) await run('umount', ['--lazy', mount]);
  }
  for (const bridge of await bridgesOf(folder)) {
    if (existsSync(`/sys/class/net/${bridge}`)) await run(findProgram('ip') ?? 'ip', ['link', 'delete', bridge]);
  }
  await removeFiles(folder);
}

/** Names of the bridges an Engine may have left: its own, and those of networks in its store, called after their ids. */
async function bridgesOf(folder: string): Promise<string[]> {
  const own = await readFile(path.join(folder, 'bridge'), 'utf8').catch(() => '');
  const store = await readFile(path.join(folder, 'data/network/files/local-kv.db'), 'latin1').catch(() => '');
  const ids = new Set(store.match(/[0-9a-f]{64}/g));
  return [...(own ? [own] : []), ...[...ids].map((id) => `br-${id.slice(0, 12)}`)];
}

/** Ends the processes whose command line names the Engine's folder (dockerd, containerd, shims) and their children. */
async function killProcessesOf(folder: string): Promise<void> {
  const parents = new Map<number, number>();
  const doomed = new Set<number>();
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    const program = path.basename(await readlink(`/proc/${pid}/exe`).catch(() => ''));
    if (/^(dockerd|containerd|docker-proxy)/.test(program) && commandLine.includes(`${folder}/`)) doomed.add(pid);
  }
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, parent] of parents) {
      if (doomed.has(parent) && !doomed.has(pid)) grown = Boolean(doomed.add(pid));
    }
  }
  for (const pid of doomed) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone with its parent.
    }
  }
}
