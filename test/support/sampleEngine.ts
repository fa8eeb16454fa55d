/** Fills an Engine with things for the sidebar to show: the sample Compose project, and loose ones of every kind. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runOrThrow } from '../../tools/childProcess.ts';
import { type Engine, findProgram } from './engine.ts';
import { freePort } from './ports.ts';

/** A stand-in for an image that cannot be pulled: busybox under its name, with a command that does and says something. */
interface StandIn {
  readonly tag: string;
  readonly command: string;
}

const log = (every: number, lines: string): string => `${lines}; while :; do sleep ${every}; done`;

const standIns: readonly StandIn[] = [
  { tag: 'shop/web:latest', command: 'echo "listening on 80"; exec httpd -f -p 80 -h /www' },
  {
    tag: 'shop/api:1.4',
    command:
      'i=0; while :; do i=$((i+1)); echo "{\\"level\\":\\"info\\",\\"msg\\":\\"GET /products\\",\\"n\\":$i}"; sleep 2; done',
  },
  { tag: 'postgres:17-alpine', command: log(60, 'echo "LOG:  database system is ready to accept connections"') },
  { tag: 'redis:latest', command: log(60, 'echo "* Ready to accept connections tcp"') },
];

/** The name of the sample Compose project on the Engine. */
export const sampleProject = 'shop';

/**
 * Makes images, containers in several states, volumes and networks on an Engine, and brings up the Compose project in
 * `samples/shop` of the repository at `root`. Takes about 20 s.
 */
export async function fillEngine(engine: Engine, root: string): Promise<void> {
  await engine.importBusybox('busybox:latest');
  await buildStandIns(engine);
  const { docker } = engine;
  await docker('tag', 'busybox:latest', 'busybox:1.35');
  await docker('volume', 'create', 'backups');
  await docker('volume', 'create', '--label', 'keep=true', 'certificates');
  await docker('network', 'create', 'monitoring');
  await docker('run', '--detach', '--name', 'ticker', '--network', 'monitoring', 'busybox', 'sh', '-c', ticker);
  await docker(
    'run',
    '--detach',
    '--name',
    'files',
    '--publish',
    '127.0.0.1::80',
    'busybox',
    'httpd',
    '-f',
    '-h',
    '/www',
  );
  await docker(
    'run',
    '--detach',
    '--name',
    'backup',
    '--volume',
    'backups:/backup',
    'busybox',
    'sh',
    '-c',
    'date > /backup/last',
  );
  await docker(
    'run',
    '--detach',
    '--name',
    'migration',
    'busybox',
    'sh',
    '-c',
    'echo "relation does not exist" >&2; exit 3',
  );
  await docker('run', '--detach', '--name', 'paused-job', 'busybox', 'sleep', '86400');
  await docker('pause', 'paused-job');
  await docker('create', '--name', 'not-started', 'busybox', 'true');
  const compose = findProgram('docker-compose') ?? 'docker-compose';
  await runOrThrow(compose, ['--project-name', sampleProject, 'up', '--detach', '--no-build'], {
    cwd: path.join(root, 'samples/shop'),
    env: { ...engine.env, WEB_PORT: String(await freePort()) },
  });
}

const ticker = 'while :; do date "+%H:%M:%S tick"; echo "to stderr" >&2; sleep 1; done';

/** Builds the stand-ins from busybox, and one image over another of the same tag, so that a dangling one is left. */
async function buildStandIns(engine: Engine): Promise<void> {
  const folder = path.join(engine.folder, 'stand-ins');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'Dockerfile');
  for (const { tag, command } of standIns) {
    const lines = [
      'FROM busybox:latest',
      'LABEL dockwright.sample=true',
      'RUN echo exit 0 > /bin/pg_isready && chmod +x /bin/pg_isready',
    ];
    lines.push(
      'RUN echo "#!/bin/sh" > /bin/node && echo "echo job done; exec sleep 86400" >> /bin/node && chmod +x /bin/node',
    );
    lines.push(`CMD ["sh", "-c", ${JSON.stringify(command)}]`);
    await writeFile(file, `${lines.join('\n')}\n`);
    await engine.docker('build', '--quiet', '--tag', tag, folder);
  }
  for (const version of ['one', 'two']) {
    await writeFile(file, `FROM busybox:latest\nRUN echo ${version} > /version\n`);
    await engine.docker('build', '--quiet', '--tag', 'reports:latest', folder);
  }
}
