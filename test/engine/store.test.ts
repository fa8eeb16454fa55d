import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { Store } from '../../client/src/model/store.ts';
import { waitFor } from '../../tools/childProcess.ts';
import { type Engine as Daemon, startEngine } from '../support/engine.ts';
import { connectTo } from './daemon.ts';

describe('the store on a real engine', () => {
  let daemon: Daemon;
  let store: Store;
  const log: string[] = [];

  before(async function () {
    this.timeout(60_000);
    daemon = await startEngine();
    await daemon.importBusybox();
    store = new Store({
      connect: () => connectTo(daemon.dockerHost),
      delay: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
      log: (line) => log.push(line),
    });
    store.watch();
    await store.settled();
  });

  after(async function () {
    this.timeout(60_000);
    store.dispose();
    await daemon.stop();
  });

  const container = (name: string) => [...store.records.containers.values()].find((each) => each.name === name);
  const until = (what: string, probe: () => boolean) => waitFor(what, 10_000, () => probe() || undefined);

  it('follows containers from their making to their removal', async () => {
    await daemon.docker('run', '--detach', '--init', '--name', 'life', 'busybox', 'sleep', 'infinity');
    await until('the new container', () => container('life')?.state === 'running');
    await daemon.docker('pause', 'life');
    await until('the pause', () => container('life')?.state === 'paused');
    await daemon.docker('unpause', 'life');
    await daemon.docker('rename', 'life', 'renamed');
    await until('the new name', () => container('renamed')?.state === 'running');
    await daemon.docker('stop', '--time', '0', 'renamed');
    await until('the end', () => container('renamed')?.state === 'exited');
    await daemon.docker('rm', 'renamed');
    await until('the removal', () => container('renamed') === undefined);
  });

  it('follows health', async () => {
    const health = [
      '--health-cmd',
      'test -e /ill || exit 0; exit 1',
      '--health-interval',
      '500ms',
      '--health-retries',
      '1',
    ];
    await daemon.docker('run', '--detach', '--init', '--name', 'health', ...health, 'busybox', 'sleep', 'infinity');
    await until('health', () => container('health')?.health === 'healthy');
    await daemon.docker('exec', 'health', 'touch', '/ill');
    await until('illness', () => container('health')?.health === 'unhealthy');
    await daemon.docker('rm', '--force', 'health');
  });

  it('follows images, volumes and networks', async () => {
    const has = (tag: string) => [...store.records.images.values()].some(({ tags }) => tags.includes(tag));
    await daemon.docker('tag', 'busybox:latest', 'live:1');
    await daemon.docker('volume', 'create', 'live');
    await daemon.docker('network', 'create', 'live');
    const network = () => [...store.records.networks.values()].some(({ name }) => name === 'live');
    await until('new things', () => has('live:1') && store.records.volumes.has('live') && network());
    await daemon.docker('rmi', 'live:1');
    await daemon.docker('volume', 'rm', 'live');
    await daemon.docker('network', 'rm', 'live');
    await until('their removal', () => !has('live:1') && !store.records.volumes.has('live') && !network());
  });

  it('follows containers into networks and out of them', async () => {
    await daemon.docker('network', 'create', 'join');
    await daemon.docker('run', '--detach', '--init', '--name', 'joiner', 'busybox', 'sleep', 'infinity');
    await daemon.docker('network', 'connect', 'join', 'joiner');
    await until(
      'the second network',
      () => container('joiner')?.networks.some(({ network }) => network === 'join') ?? false,
    );
    await daemon.docker('network', 'disconnect', 'join', 'joiner');
    await until('the way out', () => container('joiner')?.networks.length === 1);
    await daemon.docker('rm', '--force', 'joiner');
  });

  it('takes fifty containers at once', async () => {
    const { containers } = await connectTo(daemon.dockerHost);
    const names = Array.from({ length: 50 }, (_, index) => `many-${index}`);
    const options = { image: 'busybox', environment: [], ports: [], removeWhenDone: false, interactive: false };
    const ids = await Promise.all(names.map((name) => containers.create({ ...options, name })));
    await until('all of them', () => names.every((name) => container(name) !== undefined));
    await Promise.all(ids.map((id) => containers.remove(id, { volumes: false })));
    await until('none of them', () => names.every((name) => container(name) === undefined));
  });

  it('shows the engine again after it crashed', async () => {
    await daemon.docker('create', '--name', 'survivor', 'busybox');
    await until('the container', () => container('survivor') !== undefined);
    await daemon.kill();
    await until('the loss', () => store.status.kind === 'reconnecting');
    assert.ok(container('survivor'), 'rows stay for a while');
    await until('giving up', () => store.status.kind === 'failed');
    assert.equal(store.records.containers.size, 0);
    await daemon.restart();
    await waitFor('the engine', 40_000, () => store.status.kind === 'connected' || undefined);
    assert.ok(container('survivor'));
    await daemon.docker('rm', 'survivor');
    await until('events again', () => container('survivor') === undefined);
  });

  it('has nothing to complain about', () => {
    assert.deepEqual(
      log.filter((line) => !/^(Connected to|No connection)/.test(line)),
      [],
    );
  });
});
