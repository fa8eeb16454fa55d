import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { extract } from 'tar-stream';
import { packContext } from '../../client/src/engine/buildContext.ts';
import type { BuildEvent } from '../../client/src/engine/buildProgress.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { makeEngine } from '../../client/src/engine/engine.ts';
import { openTransport } from '../../client/src/engine/transport.ts';
import { never, theDaemon, theEngine } from './daemon.ts';

describe('building on a real engine', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'dockwright-context-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
  }

  const at = (name: string) => path.join(folder, name);

  async function built(
    tag: string,
    options: {
      readonly dockerfile?: string;
      readonly target?: string;
      readonly engine?: Engine;
      readonly folder?: string;
    } = {},
  ): Promise<{ text: string; id: string | undefined }> {
    const { engine = theEngine(), dockerfile = 'Dockerfile', target } = options;
    const events: BuildEvent[] = [];
    const request = {
      folder: options.folder ?? folder,
      dockerfile: at(dockerfile),
      tag,
      ...(target !== undefined && { target }),
    };
    for await (const event of engine.build(request, never)) events.push(event);
    const text = events.map((event) => (event.kind === 'text' ? event.text : '')).join('');
    return { text, id: events.flatMap((event) => (event.kind === 'image' ? [event.id] : []))[0] };
  }

  it('takes what BuildKit alone understands, and shows its steps', async () => {
    await write({
      Dockerfile: 'FROM busybox\nRUN --mount=type=cache,target=/c echo hello | tee /c/file\n',
    });
    const { text, id } = await built('built:1');
    assert.match(text, /RUN --mount=type=cache/);
    assert.match(text, /#\d+\S* hello\n/);
    assert.equal((await theEngine().images.get('built:1'))?.id, id);
  });

  it('takes the classic builder where there is no BuildKit', async () => {
    await write({ Dockerfile: 'FROM busybox\nRUN echo classic\n' });
    const { endpoint, version } = theEngine();
    const engine = makeEngine(await openTransport(endpoint), endpoint, { ...version, apiVersion: '1.38' });
    const { text, id } = await built('built:classic', { engine });
    assert.match(text, /^Step 1\/2 : FROM busybox\n/);
    assert.match(text, /classic\n/);
    assert.ok(id?.startsWith('sha256:'));
  });

  it('stops at a stage', async () => {
    await write({ Dockerfile: 'FROM busybox AS one\nRUN echo first\nFROM one\nRUN echo second\n' });
    const { text } = await built('built:stage', { target: 'one' });
    assert.ok(text.includes('echo first'));
    assert.ok(!text.includes('echo second'));
  });

  it('takes a Dockerfile from outside the folder', async () => {
    await write({ 'docker/app.Dockerfile': 'FROM busybox\nCOPY a.txt /\n', 'src/a.txt': 'a' });
    const { id } = await built('built:outside', { dockerfile: 'docker/app.Dockerfile', folder: at('src') });
    assert.ok(id);
  });

  it("fails with the builder's words", async () => {
    await write({ Dockerfile: 'FROM busybox\nRUN echo so far; exit 9\n' });
    await assert.rejects(built('built:failed'), { kind: 'server', message: /exit code: 9/ });
    await write({ Dockerfile: 'FORM busybox\n' });
    await assert.rejects(built('built:failed'), { message: /unknown instruction: FORM/ });
    await assert.rejects(built('built:failed', { dockerfile: 'absent' }), /ENOENT|absent/);
  });

  it('ends when it is cancelled, and frees the engine', async () => {
    await write({ Dockerfile: 'FROM busybox\nRUN echo started; sleep 600\n' });
    const end = new AbortController();
    const started = Date.now();
    for await (const event of theEngine().build(
      { folder, dockerfile: at('Dockerfile'), tag: 'built:never' },
      end.signal,
    )) {
      if (event.kind === 'text' && /#\d+\S* started/.test(event.text)) end.abort();
    }
    assert.ok(Date.now() - started < 30_000);
    assert.equal(await theEngine().images.get('built:never'), undefined);
  });

  it('sends what the ignore file leaves, links and modes included', async () => {
    await write({
      Dockerfile: '',
      '.dockerignore': '# comment\n*\n!src\nsrc/**/*.log\n!src/deep/keep.log\nDockerfile\n',
      'src/a.txt': 'a',
      'src/deep/b.log': 'b',
      'src/deep/keep.log': 'k',
      'other/c.txt': 'c',
      'src/run.sh': '#!/bin/sh',
    });
    await symlink('a.txt', at('src/link'));
    assert.deepEqual((await names('Dockerfile')).sort(), [
      'Dockerfile',
      'src',
      'src/a.txt',
      'src/deep',
      'src/deep/keep.log',
      'src/link -> a.txt',
      'src/run.sh',
    ]);
  });

  it('prefers the ignore file of the Dockerfile', async () => {
    await write({
      'x.Dockerfile': '',
      '.dockerignore': '*',
      'x.Dockerfile.dockerignore': 'secret',
      secret: '',
      'a.txt': '',
    });
    assert.ok((await names('x.Dockerfile')).includes('a.txt'));
    assert.ok(!(await names('x.Dockerfile')).includes('secret'));
  });

  async function names(dockerfile: string): Promise<string[]> {
    const { archive } = await packContext(folder, at(dockerfile), never);
    const found: string[] = [];
    const reader = extract();
    reader.on('entry', (header, stream, next) => {
      found.push(header.name.replace(/\/$/, '') + (header.linkname ? ` -> ${header.linkname}` : ''));
      stream.resume().on('end', next);
    });
    archive.pipe(reader);
    await new Promise((resolve, reject) => reader.on('finish', resolve).on('error', reject));
    return found;
  }

  it('leaves no image and no container behind in the daemon of the test', async () => {
    assert.equal(await theDaemon().docker('ps', '--quiet', '--filter', 'ancestor=built:never'), '');
  });
});
