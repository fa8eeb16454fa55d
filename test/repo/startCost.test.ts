import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { repository } from '../support/repository.ts';

/**
 * Costs are told in starts of an empty Node program, measured in the same run, so that they hold on any machine.
 * Such a start takes about 40 ms on a developer's machine.
 */
describe('starting', () => {
  it('the extension costs little to load and opens no socket', async () => {
    // What `require` of the bundle does, with VS Code's module replaced by one that answers everything.
    const load = `
      const Module = require('node:module');
      const anything = new Proxy(function () {}, {
        get: (target, name) => (name === Symbol.toPrimitive ? () => '' : name === 'prototype' ? target.prototype : anything),
        apply: () => anything,
        construct: () => anything,
      });
      const original = Module._load;
      Module._load = (name, ...rest) => (name === 'vscode' ? anything : original(name, ...rest));
      require('node:net').Socket.prototype.connect = () => { throw new Error('opened a socket'); };
      require(${JSON.stringify(path.join(repository, 'dist/extension.js'))});`;
    const bare = median(() => nodeRun('0'));
    const loaded = median(() => nodeRun(load));
    assert.ok(loaded - bare < 3 * bare, `loading takes ${loaded - bare} ms, an empty program ${bare} ms`);
  });

  it('the language server answers initialize soon', async () => {
    const bare = median(() => nodeRun('0'));
    const times: number[] = [];
    for (let i = 0; i < 5; i++) times.push(await untilInitialized());
    const time = times.sort((a, b) => a - b)[2] ?? Number.POSITIVE_INFINITY;
    assert.ok(time < 5 * bare, `initialize takes ${time} ms, an empty program ${bare} ms`);
  });
});

function nodeRun(code: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return performance.now() - started;
}

function median(measure: () => number): number {
  const times = Array.from({ length: 7 }, measure).sort((a, b) => a - b);
  return times[3] ?? Number.NaN;
}

async function untilInitialized(): Promise<number> {
  const started = performance.now();
  const server = spawn(process.execPath, [path.join(repository, 'dist/server.js'), '--stdio']);
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  let output = '';
  while (!output.includes('"capabilities"')) output += (await once(server.stdout, 'data'))[0];
  const time = performance.now() - started;
  const exited = once(server, 'exit');
  server.kill();
  await exited;
  return time;
}
