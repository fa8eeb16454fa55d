import assert from 'node:assert/strict';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runOrThrow } from '../../tools/childProcess.ts';
import { findProgram } from '../support/engine.ts';
import { start, theDaemon, theEngine } from './daemon.ts';

describe('a shell in a container of a real engine', () => {
  it('is a terminal with a size, keeps its program, and tells its exit code', async () => {
    const id = await start('shell');
    const end = new AbortController();
    const session = await theEngine().openShell(id, end.signal);
    await session.resize(101, 33);
    session.write('stty size; echo $TERM; echo "é"; exit 7\n');
    let output = '';
    for await (const text of session.output) output += text;
    assert.match(output, /33 101\r\n/);
    assert.match(output, /xterm-256color\r\n/);
    assert.match(output, /\r\né\r\n/);
    assert.equal(await session.exitCode(), 7);
  });

  it('is bash where there is one', async () => {
    const id = await start('shell-bash');
    await theDaemon().docker(
      'exec',
      id,
      'sh',
      '-c',
      'printf "#!/bin/sh\\necho this is bash\\n" > /bin/bash; chmod +x /bin/bash',
    );
    const session = await theEngine().openShell(id, new AbortController().signal);
    let output = '';
    for await (const text of session.output) output += text;
    assert.match(output, /this is bash/);
  });

  it('ends when the terminal is closed', async () => {
    const id = await start('shell-closed');
    const end = new AbortController();
    const session = await theEngine().openShell(id, end.signal);
    const reading = (async () => {
      for await (const text of session.output) if (text.includes('#')) end.abort();
    })();
    await reading;
  });

  it('does not exist in an image without one, which is said', async () => {
    const folder = path.join(theDaemon().folder, 'shell-less');
    await mkdir(folder);
    await copyFile(findProgram('busybox') ?? '', path.join(folder, 'sleep'));
    const archive = path.join(theDaemon().folder, 'shell-less.tar');
    await runOrThrow('tar', ['-C', folder, '-cf', archive, '.']);
    await theDaemon().docker('import', archive, 'shell-less:1');
    const id = await theDaemon().docker('run', '--detach', '--init', 'shell-less:1', '/sleep', 'infinity');
    const opening = theEngine().openShell(id, new AbortController().signal);
    await assert.rejects(opening, { kind: 'notFound', message: /has no shell/ });
  });

  it('cannot be opened in a container that does not run', async () => {
    await writeFile(path.join(theDaemon().folder, 'note'), '');
    const id = await theDaemon().docker('create', 'busybox');
    await assert.rejects(theEngine().openShell(id, new AbortController().signal), {
      kind: 'conflict',
      message: /not running/,
    });
  });
});
