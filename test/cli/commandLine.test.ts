import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { repository } from '../support/repository.ts';

const program = path.join(repository, 'server/dist/cli.cjs');
const BAD = 'FROM debian:12\nRUN apt update\n';

describe('the bundled command line', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'dockwright-cli-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(name: string, content: string | Uint8Array): string {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  function dockwright(
    args: readonly string[],
    input?: string,
  ): { status: number | null; stdout: string; stderr: string } {
    const environment = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder };
    return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', input, env: environment });
  }

  it('lints the current folder', () => {
    write('Dockerfile', BAD);
    write('compose.yaml', 'services:\n  web:\n    image: nginx:1.27\n    depends_on: [nothing]\n');
    write('.dockerignore', 'node_modules\n');
    const { status, stdout, stderr } = dockwright(['lint', '--format', 'json']);
    assert.equal(stderr, '');
    assert.equal(status, 1);
    const files = new Set((JSON.parse(stdout) as { file: string }[]).map(({ file }) => file));
    assert.ok(files.has('Dockerfile'));
    assert.ok(files.has('compose.yaml'));
  });

  it('reads standard input', () => {
    const { status, stdout } = dockwright(['lint', '--format', 'compact', '-'], BAD);
    assert.equal(status, 1);
    assert.match(stdout, /^<stdin>:2:/m);
  });

  it('fixes files in place: mode and link stay, nothing is left behind', () => {
    const file = write('real/Dockerfile', BAD);
    chmodSync(file, 0o640);
    mkdirSync(path.join(folder, 'link'));
    symlinkSync('../real/Dockerfile', path.join(folder, 'link/Dockerfile'));
    dockwright(['lint', '--fix', 'link/Dockerfile']);
    assert.match(readFileSync(file, 'utf8'), /apt-get update/);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.ok(lstatSync(path.join(folder, 'link/Dockerfile')).isSymbolicLink());
    assert.deepEqual(readdirSync(path.join(folder, 'real')), ['Dockerfile']);
    assert.deepEqual(readdirSync(path.join(folder, 'link')), ['Dockerfile']);
  });

  it('writes reports to devices without replacing them', () => {
    write('Dockerfile', BAD);
    const { stdout } = dockwright(['lint', '--format', 'gnu', '--output', '/dev/null']);
    assert.equal(stdout, '');
    assert.ok(statSync('/dev/null').isCharacterDevice());
  });

  it('follows links to files, not to folders', () => {
    write('a/Dockerfile', BAD);
    symlinkSync('..', path.join(folder, 'a/loop'));
    symlinkSync('a/Dockerfile', path.join(folder, 'Dockerfile.link'));
    symlinkSync('nowhere', path.join(folder, 'Dockerfile.broken'));
    const { stdout, stderr } = dockwright(['lint', '--format', 'compact']);
    assert.equal(stderr, '');
    assert.deepEqual([...new Set(stdout.match(/^[^:\n]+/gm))], ['Dockerfile.link', 'a/Dockerfile']);
  });

  it('goes on when nobody reads the report to its end', async () => {
    for (let index = 0; index < 300; index++)
      write(`${index}/Dockerfile`, BAD.replace('\n', `\n${'RUN apt update\n'.repeat(20)}`));
    const child = spawn(process.execPath, [program, 'lint', '--format', 'json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const [status] = await once(child, 'exit');
    assert.equal(Buffer.concat(errors).toString(), '');
    assert.equal(status, 1);
  });

  it('tells big and binary files and lints the others', () => {
    write('a/Dockerfile', new Uint8Array(33 * 1024 * 1024).fill(0x23));
    write('b/Dockerfile', new Uint8Array([0x46, 0, 0x52]));
    write('c/Dockerfile', BAD);
    const { status, stdout, stderr } = dockwright(['lint', '--format', 'compact']);
    assert.equal(status, 2);
    assert.match(stderr, /a\/Dockerfile is larger than 32 MB/);
    assert.match(stderr, /b\/Dockerfile is a binary file/);
    assert.match(stdout, /^c\/Dockerfile:2:/m);
  });

  it('lints a file soon and many files fast', () => {
    // Told in starts of an empty Node program, so that it holds on any machine; such a start takes about 40 ms.
    const time = (args: readonly string[]): number => {
      const times = Array.from({ length: 5 }, () => {
        const started = performance.now();
        spawnSync(process.execPath, args, { cwd: folder });
        return performance.now() - started;
      });
      return times.sort((a, b) => a - b)[2] ?? Number.NaN;
    };
    write('Dockerfile', BAD);
    const bare = time(['-e', '0']);
    const one = time([program, 'lint', 'Dockerfile']);
    assert.ok(one < 5 * bare, `one file takes ${one} ms, an empty program ${bare} ms`);
    for (let index = 0; index < 500; index++) write(`many/${index}/Dockerfile`, BAD);
    const many = time([program, 'lint', 'many']);
    assert.ok(many - one < 12.5 * bare, `500 files more take ${many - one} ms, an empty program ${bare} ms`);
  });

  it('finds in many files what it finds in each, and in their order', () => {
    write('.hadolint.yaml', 'ignored:\n  - DL3027\nunknown: 1\n');
    const files = Array.from({ length: 250 }, (_, index) =>
      write(`${index}/Dockerfile`, `FROM debian:12\nRUN apt update\nRUN cd /${index}\n`),
    );
    const all = dockwright(['lint', '--format', 'compact', ...files]);
    const first = dockwright(['lint', '--format', 'compact', ...files.slice(0, 125)]);
    const second = dockwright(['lint', '--format', 'compact', ...files.slice(125)]);
    assert.equal(all.stdout, first.stdout + second.stdout);
    assert.equal(all.stderr, first.stderr);
    assert.equal(all.status, first.status);
    assert.match(all.stdout, /249\/Dockerfile/);
  });

  it('fixes many files', () => {
    for (let index = 0; index < 220; index++) write(`${index}/Dockerfile`, 'from debian:12\nRUN true\n');
    const { stderr } = dockwright(['lint', '--fix', '.']);
    assert.match(stderr, /^Fixed 220 problems in 220 files\.\n$/);
    assert.equal(readFileSync(path.join(folder, '219/Dockerfile'), 'utf8'), 'FROM debian:12\nRUN true\n');
  });
});
