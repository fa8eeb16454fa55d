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
    const [bare, loaded] = await leastOfEach(
      () => cpuTime('0'),
      () => cpuTime(load),
    );
    const cost = loaded - bare;
    assert.ok(cost < 2 * bare, `loading takes ${cost} ms of CPU, an empty program ${bare} ms`);
  });

  it('the language server answers initialize soon', async () => {
    const [bare, time] = await leastOfEach(emptyProgram, untilInitialized);
    assert.ok(time < 4 * bare, `initialize takes ${time} ms, an empty program ${bare} ms`);
  });
});

function nodeRun(code: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** Milliseconds until an empty Node program has ended. */
function emptyProgram(): number {
  const started = performance.now();
  nodeRun('0');
  return performance.now() - started;
}

/** Milliseconds of CPU that a Node program takes, its start included. */
function cpuTime(code: string): number {
  const report = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);';
  return Number(nodeRun(`${code};${report}`));
}

/** The least of several measurements of two things by turns: what else the machine does only ever adds. */
async function leastOfEach(first: () => Measured, second: () => Measured): Promise<[number, number]> {
  const least: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 7; round++) {
    least[0] = Math.min(least[0], await first());
    least[1] = Math.min(least[1], await second());
  }
  return least;
}

type Measured = number | Promise<number>;

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
