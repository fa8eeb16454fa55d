import assert from 'node:assert/strict';
import type { LogEntry } from '../../client/src/engine/logs.ts';
import { waitFor } from '../../tools/childProcess.ts';
import { start, theDaemon, theEngine } from './daemon.ts';

/** Follows a container until the test is over. */
class Follower {
  readonly entries: LogEntry[] = [];
  readonly #end = new AbortController();
  readonly done: Promise<void>;

  constructor(name: string, after?: string) {
    this.done = this.#read(name, after);
  }

  async #read(name: string, after?: string): Promise<void> {
    for await (const entry of theEngine().followLogs(name, this.#end.signal, after)) this.entries.push(entry);
  }

  get lines(): string[] {
    return this.entries.flatMap((entry) => (entry.kind === 'line' ? [entry.text] : []));
  }

  /** Lines, and for everything else its kind in brackets. */
  get story(): string[] {
    return this.entries.map((entry) => (entry.kind === 'line' ? entry.text : `[${entry.kind}]`));
  }

  until(what: string, probe: (follower: Follower) => boolean): Promise<true> {
    const end = waitFor(what, 15_000, () => probe(this) || undefined);
    return end.catch((error) => assert.fail(`${error}: ${JSON.stringify(this.story).slice(-2000)}`));
  }

  async stop(): Promise<void> {
    this.#end.abort();
    await this.done;
  }
}

describe('following the logs of a real engine', () => {
  it('goes over a restart, without a line lost or twice', async () => {
    await start('log-restart', 'echo begin $(cat /run.txt 2>/dev/null | wc -l); echo x >> /run.txt; sleep infinity');
    const follower = new Follower('log-restart');
    await follower.until('the first run', ({ lines }) => lines.length === 1);
    await theDaemon().docker('restart', '--time', '0', 'log-restart');
    await follower.until('the second run', ({ lines }) => lines.length === 2);
    await theDaemon().docker('stop', '--time', '0', 'log-restart');
    await follower.until('the stop', ({ story }) => story.at(-1) === '[stopped]');
    await theDaemon().docker('start', 'log-restart');
    await follower.until('the third run', ({ lines }) => lines.length === 3);
    assert.deepEqual(follower.lines, ['begin 0', 'begin 1', 'begin 2']);
    assert.equal(follower.story.at(-2), '[started]');
    await follower.stop();
  });

  it('goes over to a new container of the same name', async () => {
    await start('log-again', 'echo one; sleep infinity');
    const follower = new Follower('log-again');
    await follower.until('the first', ({ lines }) => lines.includes('one'));
    await theDaemon().docker('rm', '--force', 'log-again');
    await follower.until('the removal', ({ story }) => story.includes('[removed]'));
    await start('log-again', 'echo two; sleep infinity');
    await follower.until('the second', ({ lines }) => lines.includes('two'));
    await follower.stop();
  });

  it('shows what short-lived runs said', async () => {
    await theDaemon().docker('create', '--name', 'log-short', 'busybox', 'sh', '-c', 'echo out; echo err >&2; exit 3');
    const follower = new Follower('log-short');
    await follower.until('that it was not started', ({ story }) => story.includes('[stopped]'));
    for (let run = 1; run <= 3; run++) {
      await theDaemon()
        .docker('start', '--attach', 'log-short')
        .catch(() => undefined);
      await follower.until(`run ${run}`, ({ lines }) => lines.length === 2 * run);
    }
    await follower.until('the end', ({ entries }) => entries.at(-1)?.kind === 'stopped');
    const last = follower.entries.at(-1);
    assert.equal(last?.kind === 'stopped' && last.exitCode, 3);
    await follower.stop();
  });

  it('takes containers with a terminal, long lines and many of them', async () => {
    await start('log-tty', 'echo tty; sleep infinity', '--tty');
    await start(
      'log-many',
      'i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done; head -c 50000 /dev/zero | tr "\\0" x; echo; sleep infinity',
    );
    const tty = new Follower('log-tty');
    await tty.until('its line', ({ lines }) => lines.some((line) => line.startsWith('tty')));
    await tty.stop();
    const many = new Follower('log-many');
    await many.until('the long line', ({ lines }) => lines.join('').includes('x'.repeat(50_000)));
    await many.stop();
    assert.ok(many.lines.includes('line 2999'));
    assert.ok(!many.lines.includes('line 0'), 'starts with the last lines');
  });

  it('goes on after a line that was seen before', async () => {
    await start('log-resume', 'for i in 1 2 3 4; do echo $i; sleep 0.1; done; sleep infinity');
    const whole = new Follower('log-resume');
    await whole.until('all lines', ({ lines }) => lines.length === 4);
    await whole.stop();
    const second = whole.entries[1];
    const resumed = new Follower('log-resume', second?.kind === 'line' ? second.time : '');
    await resumed.until('the others', ({ lines }) => lines.length === 2);
    assert.deepEqual(resumed.lines, ['3', '4']);
    await resumed.stop();
  });

  it('ends quietly when it is told to', async () => {
    const end = new AbortController();
    await start('log-quiet');
    const reading = (async () => {
      for await (const entry of theEngine().followLogs('log-quiet', end.signal)) assert.fail(entry.kind);
    })();
    await new Promise((resolve) => setTimeout(resolve, 300));
    end.abort();
    await reading;
  });
});
