import assert from 'node:assert/strict';
import { start, theDaemon, theEngine } from './daemon.ts';

describe('containers of a real engine', () => {
  const state = async (id: string) => (await theEngine().containers.get(id))?.state;

  it('are listed with everything that is shown', async () => {
    await theDaemon().docker('network', 'create', 'list-net');
    const id = await start(
      'list-web',
      'sleep infinity',
      ...['--publish', '127.0.0.1::80', '--volume', 'list-data:/data', '--label', 'com.docker.compose.project=list'],
      ...['--network', 'list-net', '--health-cmd', 'true', '--health-interval', '1s', '--env', 'A=b'],
    );
    const { items, problems } = await theEngine().containers.list();
    const container = items.find((each) => each.id === id);
    assert.deepEqual(problems, []);
    assert.equal(container?.name, 'list-web');
    assert.equal(container?.image, 'busybox');
    assert.equal(container?.state, 'running');
    assert.equal(container?.ports[0]?.privatePort, 80);
    assert.equal(container?.ports[0]?.address, '127.0.0.1');
    assert.deepEqual(
      container?.mounts.map(({ volume, destination }) => [volume, destination]),
      [['list-data', '/data']],
    );
    assert.equal(container?.labels.get('com.docker.compose.project'), 'list');
    assert.equal(container?.networks[0]?.network, 'list-net');
    assert.match(container?.networks[0]?.address ?? '', /^\d+\.\d+\.\d+\.\d+$/);
    const inspected = await theEngine().containers.get('list-web');
    assert.deepEqual({ ...inspected, command: '', health: '' }, { ...container, command: '', health: '' });
  });

  it('go through all their states', async () => {
    const { containers } = theEngine();
    const id = await start('states');
    await containers.pause(id);
    assert.equal(await state(id), 'paused');
    await containers.unpause(id);
    await containers.stop(id);
    assert.equal(await state(id), 'exited');
    await containers.stop(id);
    await containers.start(id);
    await containers.start(id);
    assert.equal(await state(id), 'running');
    await containers.restart(id);
    await containers.kill(id);
    assert.equal((await containers.get(id))?.exitCode, 137);
    await containers.remove(id, { volumes: false });
    assert.equal(await state(id), undefined);
  });

  it('fail in words of the engine and by kind', async () => {
    const { containers, volumes, networks, images } = theEngine();
    await assert.rejects(containers.start('absent'), { kind: 'notFound', message: 'No such container: absent' });
    await assert.rejects(containers.inspect('absent'), { kind: 'notFound' });
    const id = await start('conflicts', 'sleep infinity', '--volume', 'conflicts-data:/data');
    await assert.rejects(volumes.remove('conflicts-data'), { kind: 'conflict', message: /volume is in use/ });
    await assert.rejects(images.remove('busybox:latest', { force: false }), { kind: 'conflict' });
    await assert.rejects(networks.remove('bridge'), { kind: 'denied', message: /pre-defined/ });
    await assert.rejects(containers.unpause(id), { kind: 'server', message: /not paused/ });
  });

  it('are removed with their anonymous volumes when that is wanted', async () => {
    const { containers, volumes } = theEngine();
    const anonymous = async (id: string) => {
      const container = await containers.get(id);
      return container?.mounts[0]?.volume ?? '';
    };
    const kept = await start('anonymous-kept', 'sleep infinity', '--volume', '/data');
    const lost = await start('anonymous-lost', 'sleep infinity', '--volume', '/data');
    const [keptVolume, lostVolume] = [await anonymous(kept), await anonymous(lost)];
    await containers.remove(kept, { volumes: false });
    await containers.remove(lost, { volumes: true });
    assert.equal((await volumes.get(keptVolume))?.name, keptVolume);
    assert.equal(await volumes.get(lostVolume), undefined);
  });

  it('are made with ports, variables and a name, and run in a terminal', async () => {
    const engine = theEngine();
    const id = await engine.containers.create({
      image: 'busybox',
      name: 'created',
      command: ['sh', '-c', 'echo $GREETING; read line; echo "got $line"; exit 4'],
      environment: ['GREETING=hello'],
      ports: [{ container: '80/tcp' }],
      removeWhenDone: true,
      interactive: true,
    });
    const session = await engine.attach(id, new AbortController().signal);
    await engine.containers.start(id);
    const container = await engine.containers.get(id);
    assert.equal(container?.name, 'created');
    assert.ok(container?.ports[0]?.publicPort);
    session.write('world\n');
    let output = '';
    for await (const text of session.output) output += text;
    assert.match(output, /hello\r\n/);
    assert.match(output, /got world\r\n/);
    assert.equal(await session.exitCode(), 4);
  });
});

describe('images, volumes and networks of a real engine', () => {
  it('are listed, got and removed', async () => {
    const { images, volumes, networks } = theEngine();
    const { docker } = theDaemon();
    await docker('tag', 'busybox:latest', 'things:1');
    await docker('volume', 'create', 'things-data');
    await docker('network', 'create', '--subnet', '10.123.0.0/24', '--internal', 'things-net');
    const image = (await images.list()).items.find(({ tags }) => tags.includes('things:1'));
    assert.deepEqual(await images.get('things:1'), image);
    assert.ok((image?.size ?? 0) > 100_000);
    assert.equal((await volumes.get('things-data'))?.driver, 'local');
    const network = (await networks.list()).items.find(({ name }) => name === 'things-net');
    assert.deepEqual(network?.subnets, ['10.123.0.0/24']);
    assert.equal(network?.internal, true);
    await images.remove('things:1', { force: false });
    await volumes.remove('things-data');
    await networks.remove(network?.id ?? '');
    assert.equal(await images.get('things:1'), undefined);
    assert.equal(await volumes.get('things-data'), undefined);
    assert.equal(await networks.get(network?.id ?? ''), undefined);
  });

  it('tell what an image does by default', async () => {
    const configuration = await theEngine().images.configuration('busybox:latest');
    assert.deepEqual(configuration?.command, ['sh']);
    assert.equal(await theEngine().images.configuration('absent:1'), undefined);
  });
});
