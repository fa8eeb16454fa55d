import assert from 'node:assert/strict';
import { EngineError } from '../engine/errors.ts';
import { aContainer, aNetwork, anImage, aVolume, FakeEngine, mountOf } from '../engine/testing.ts';
import { Store } from './store.ts';

/** A store whose pauses end when the test says so. */
class Bench {
  engine = new FakeEngine();
  refusal: EngineError | undefined;
  connections = 0;
  readonly pauses: { readonly milliseconds: number; readonly end: () => void }[] = [];
  readonly log: string[] = [];
  readonly store = new Store({
    connect: async (signal) => {
      this.connections++;
      signal.throwIfAborted();
      if (this.refusal) throw this.refusal;
      return this.engine;
    },
    delay: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const pause = { milliseconds, end: resolve };
        this.pauses.push(pause);
        signal.addEventListener('abort', () => {
          this.pauses.splice(this.pauses.indexOf(pause), 1);
          reject(signal.reason);
        });
      }),
    log: (line) => this.log.push(line),
  });

  get names(): string[] {
    return [...this.store.records.containers.values()].map(({ name }) => name);
  }

  async endPause(): Promise<number> {
    const pause = this.pauses.shift();
    pause?.end();
    await tick();
    return pause?.milliseconds ?? 0;
  }
}

async function tick(): Promise<void> {
  for (let i = 0; i < 6; i++) await new Promise((resolve) => setImmediate(resolve));
}

function kind({ store }: Bench): string {
  return store.status.kind;
}

const refused = new EngineError('unreachable', 'nobody there');

describe('the store', () => {
  it('connects when somebody watches, and not before', async () => {
    const bench = new Bench();
    await tick();
    assert.equal(bench.connections, 0);
    bench.engine.world.containers.push(aContainer('web'));
    bench.store.watch();
    await bench.store.settled();
    assert.equal(bench.store.status.kind, 'connected');
    assert.deepEqual(bench.names, ['web']);
  });

  it('lists once, and reads again only what events name', async () => {
    const bench = new Bench();
    const { engine, store } = bench;
    engine.world.containers.push(aContainer('web'), aContainer('db'));
    store.watch();
    await store.settled();
    engine.questions.length = 0;
    engine.world.containers[0] = aContainer('web', { state: 'exited' });
    engine.emit('container', 'die', 'web-id');
    await tick();
    assert.deepEqual(engine.questions, ['container web-id']);
    assert.equal(store.records.containers.get('web-id')?.state, 'exited');
    assert.equal(store.records.containers.get('db-id')?.state, 'running');
  });

  it('reads again at once what a burst of events names', async () => {
    const bench = new Bench();
    const { engine, store } = bench;
    store.watch();
    await store.settled();
    engine.questions.length = 0;
    for (const name of ['a', 'b', 'c', 'd']) {
      engine.world.containers.push(aContainer(name));
      engine.emit('container', 'create', `${name}-id`);
      engine.emit('container', 'start', `${name}-id`);
    }
    await tick();
    assert.deepEqual(bench.names.sort(), ['a', 'b', 'c', 'd']);
    assert.ok(engine.questions.length <= 5, engine.questions.join('; '));
  });

  it('forgets what is gone, of every kind', async () => {
    const { engine, store } = new Bench();
    engine.world.containers.push(aContainer('web'));
    engine.world.images.push(anImage('1', ['a:1']));
    engine.world.volumes.push(aVolume('data'));
    engine.world.networks.push(aNetwork('net'));
    store.watch();
    await store.settled();
    for (const list of Object.values(engine.world)) list.length = 0;
    engine.emit('container', 'destroy', 'web-id');
    engine.emit('image', 'delete', 'sha256:1');
    engine.emit('volume', 'destroy', 'data');
    engine.emit('network', 'destroy', 'net-id');
    await tick();
    assert.deepEqual(
      Object.values(store.records).map((records) => records.size),
      [0, 0, 0, 0],
    );
  });

  it('takes in what is new, of every kind', async () => {
    const { engine, store } = new Bench();
    store.watch();
    await store.settled();
    engine.world.images.push(anImage('1', ['a:1']));
    engine.world.volumes.push(aVolume('data'));
    engine.world.networks.push(aNetwork('net'));
    engine.world.containers.push(aContainer('web', { mounts: [mountOf('data')] }));
    engine.emit('image', 'pull', 'a:1');
    engine.emit('volume', 'create', 'data');
    engine.emit('network', 'connect', 'net-id', { container: 'web-id' });
    await tick();
    assert.deepEqual(
      Object.values(store.records).map((records) => records.size),
      [1, 1, 1, 1],
    );
  });

  it('gives a tag to one image only', async () => {
    const { engine, store } = new Bench();
    engine.world.images.push(anImage('old', ['app:latest', 'app:1']));
    store.watch();
    await store.settled();
    engine.world.images.push(anImage('new', ['app:latest']));
    engine.world.images[0] = anImage('old', ['app:1']);
    engine.emit('image', 'tag', 'sha256:new');
    await tick();
    assert.deepEqual(store.records.images.get('sha256:old')?.tags, ['app:1']);
    assert.deepEqual(store.records.images.get('sha256:new')?.tags, ['app:latest']);
  });

  it('ignores events that change nothing', async () => {
    const { engine, store } = new Bench();
    store.watch();
    await store.settled();
    engine.questions.length = 0;
    engine.emit('container', 'exec_start: sh', 'web-id');
    engine.emit('volume', 'mount', 'data');
    engine.emit('builder', 'prune', 'x');
    await tick();
    assert.deepEqual(engine.questions, []);
  });

  it('logs records that cannot be read, and shows the others', async () => {
    const bench = new Bench();
    bench.engine.world.containers.push(aContainer('web'));
    bench.engine.problems = ["Left out a container: the record has no 'Id'."];
    bench.store.watch();
    await bench.store.settled();
    assert.deepEqual(bench.names, ['web']);
    assert.ok(bench.log.includes("Left out a container: the record has no 'Id'."));
  });

  it('keeps the rows while an engine restarts, and lists again when it is back', async () => {
    const bench = new Bench();
    bench.engine.world.containers.push(aContainer('web'));
    bench.store.watch();
    await bench.store.settled();
    bench.engine.disconnect();
    await tick();
    assert.equal(bench.store.status.kind, 'reconnecting');
    assert.deepEqual(bench.names, ['web']);
    bench.engine.world.containers = [aContainer('other')];
    await bench.endPause();
    assert.equal(bench.store.status.kind, 'connected');
    assert.deepEqual(bench.names, ['other']);
  });

  it('gives up the rows of an engine that stays away, and never gives up trying', async () => {
    const bench = new Bench();
    bench.engine.world.containers.push(aContainer('web'));
    bench.store.watch();
    await bench.store.settled();
    bench.refusal = refused;
    bench.engine.disconnect();
    await tick();
    const pauses: number[] = [];
    for (let i = 0; i < 12; i++) pauses.push(await bench.endPause());
    assert.deepEqual(pauses.slice(0, 4), [500, 1000, 2000, 4000]);
    assert.equal(Math.max(...pauses), 30_000);
    assert.equal(bench.store.status.kind, 'failed');
    assert.deepEqual(bench.names, []);
    assert.equal(bench.log.filter((line) => line.includes('No connection')).length, 1);
    bench.refusal = undefined;
    await bench.endPause();
    assert.equal(bench.store.status.kind, 'connected');
    assert.deepEqual(bench.names, ['web']);
  });

  it('connects at once when it is told to, whatever it waits for', async () => {
    const bench = new Bench();
    bench.refusal = refused;
    bench.store.watch();
    await bench.store.settled();
    assert.equal(kind(bench), 'failed');
    await tick();
    bench.refusal = undefined;
    bench.store.reconnect();
    assert.equal(kind(bench), 'connecting');
    await bench.store.settled();
    assert.equal(kind(bench), 'connected');
  });

  it('moves to another engine when it is told to', async () => {
    const bench = new Bench();
    bench.engine.world.containers.push(aContainer('web'));
    bench.store.watch();
    await bench.store.settled();
    bench.engine = new FakeEngine();
    bench.engine.world.containers.push(aContainer('elsewhere'));
    bench.store.reconnect();
    assert.deepEqual(bench.names, []);
    await bench.store.settled();
    assert.deepEqual(bench.names, ['elsewhere']);
  });

  it('lets go of the connection some time after the last watcher', async () => {
    const bench = new Bench();
    const release = bench.store.watch();
    await bench.store.settled();
    release();
    release();
    await tick();
    assert.equal(bench.store.status.kind, 'connected');
    assert.equal(await bench.endPause(), 30_000);
    assert.equal(bench.store.status.kind, 'idle');
  });

  it('keeps the connection when somebody watches again in time', async () => {
    const bench = new Bench();
    bench.store.watch()();
    bench.store.watch();
    await bench.store.settled();
    await tick();
    assert.equal(bench.pauses.length, 0);
    assert.equal(bench.connections, 1);
  });

  it('serves who needs the engine once, or says why it cannot', async () => {
    const bench = new Bench();
    assert.equal(await bench.store.use(async (engine) => engine.version.version), '99');
    bench.refusal = refused;
    bench.store.reconnect();
    await assert.rejects(
      bench.store.use(async () => 1),
      refused,
    );
  });

  it('survives an engine that answers no question about a thing', async () => {
    const bench = new Bench();
    bench.engine.world.containers.push(aContainer('web'));
    bench.store.watch();
    await bench.store.settled();
    bench.engine.failures.set('container web-id', new EngineError('server', 'boom'));
    bench.engine.emit('container', 'die', 'web-id');
    await tick();
    assert.deepEqual(bench.names, ['web']);
    assert.ok(bench.log.some((line) => line.includes('boom')));
    bench.engine.failures.clear();
    bench.engine.world.containers = [];
    bench.engine.emit('container', 'destroy', 'web-id');
    await tick();
    assert.deepEqual(bench.names, []);
  });
});
