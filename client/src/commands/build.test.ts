import assert from 'node:assert/strict';
import { EngineError } from '../engine/errors.ts';
import { aContainer, anImage } from '../engine/testing.ts';
import { build } from './build.ts';
import { equivalentRun, run, runImage } from './run.ts';
import { Desk } from './testing.ts';

const dockerfile = 'file:///code/shop/api/Dockerfile';

describe('building', () => {
  it('asks for folder and tag, and builds in a terminal', async () => {
    const desk = new Desk();
    desk.answers = ['shop', 'shop/api:2'];
    desk.engine.buildOutput = [
      { kind: 'text', text: '#1 FROM a\n' },
      { kind: 'image', id: 'sha256:1' },
    ];
    const done = desk.call(build, undefined, dockerfile, 'test');
    await waitForTerminal(desk);
    const text = await desk.terminal();
    await done;
    assert.deepEqual(desk.engine.built, {
      folder: '/code/shop',
      dockerfile: '/code/shop/api/Dockerfile',
      tag: 'shop/api:2',
      target: 'test',
    });
    assert.match(
      text,
      /^Equivalent: docker build --file \/code\/shop\/api\/Dockerfile --tag shop\/api:2 --target test \/code\/shop/,
    );
    assert.match(text, /#1 FROM a\r\n/);
    assert.match(text, /Built 'shop\/api:2'\./);
  });

  it('remembers the answers for the Dockerfile', async () => {
    const desk = new Desk();
    desk.answers = ['shop', 'mine:1'];
    void desk.call(build, undefined, dockerfile);
    await waitForTerminal(desk);
    desk.answers = [];
    void desk.call(build, undefined, dockerfile);
    await waitForTerminal(desk, 2);
    assert.equal(desk.terminals[1]?.name, 'Build: mine:1');
    assert.match(desk.shown.filter((line) => line.startsWith('pick'))[1] ?? '', /: shop, api$/);
  });

  it('offers the Dockerfiles of the folders when none is named', async () => {
    const desk = new Desk();
    desk.answers = ['Cancel'];
    await desk.call(build);
    assert.deepEqual(desk.shown, ['pick Dockerfile: Dockerfile, api/Dockerfile']);
  });

  it('shows why a build failed', async () => {
    const desk = new Desk();
    desk.answers = ['api', 'x:1'];
    desk.engine.failures.set('build x:1', new EngineError('server', 'exit code: 1'));
    const done = desk.call(build, undefined, dockerfile);
    await waitForTerminal(desk);
    assert.match(await desk.terminal(), /\r\nexit code: 1\r\n/);
    await done;
    assert.match(desk.logged.join('\n'), /failed \(server\): exit code: 1/);
  });

  it('suggests a tag from the names of the folders', async () => {
    const desk = new Desk();
    desk.answers = ['api'];
    void desk.call(build, undefined, dockerfile, 'Test');
    await waitForTerminal(desk);
    assert.equal(desk.terminals[0]?.name, 'Build: shop-api:Test');
  });

  it('runs nothing of a folder that is not trusted', async () => {
    const desk = new Desk({ images: [anImage('1', ['api:3'])] });
    desk.isTrusted = false;
    await desk.call(build, undefined, dockerfile);
    assert.deepEqual(desk.shown, ['info A build runs what the folder contains. Trust the folder first.']);
  });

  it('refuses names that the engine would refuse', async () => {
    for (const tag of ['Upper', 'a b', '-x', 'a:b:c', '']) {
      const desk = new Desk();
      desk.answers = ['api', tag];
      await desk.call(build, undefined, dockerfile);
      assert.match(desk.shown.at(-1) ?? '', /^error .*in lower case/, tag);
    }
  });
});

describe('running', () => {
  const image = { kind: 'image' as const, id: 'web:1' };

  it('publishes ports and follows the log, as long as nothing else is wanted', async () => {
    const desk = new Desk({
      images: [anImage('1', ['web:1'])],
      containers: [aContainer('other', { ports: [{ publicPort: 9000, privatePort: 1, protocol: 'tcp' }] })],
    });
    desk.engine.configuration = {
      exposedPorts: ['80/tcp', '9000/tcp'],
      entrypoint: [],
      command: ['nginx'],
      environment: [],
    };
    desk.engine.world.containers.push(aContainer('new', { id: 'new-id' }));
    await desk.call(runImage, [image]);
    assert.deepEqual(desk.engine.created?.ports, [{ container: '80/tcp', host: 8080 }, { container: '9000/tcp' }]);
    assert.equal(desk.engine.created?.removeWhenDone, true);
    assert.deepEqual(desk.engine.calls, ['create web:1', 'start new-id']);
    assert.equal(desk.shown.at(-1), 'terminal Logs: new');
  });

  it('runs shells in a terminal, attached before they start', async () => {
    const desk = new Desk({ images: [anImage('1', ['web:1'])] });
    desk.engine.configuration = { exposedPorts: [], entrypoint: [], command: ['/bin/sh'], environment: [] };
    desk.engine.session = {
      output: (async function* () {})(),
      write: () => undefined,
      resize: async () => undefined,
      exitCode: async () => 0,
    };
    await desk.call(runImage, [image]);
    assert.deepEqual(desk.engine.calls, ['create web:1', 'attach new-id', 'start new-id']);
    assert.equal(desk.shown.at(-1), 'terminal web');
  });

  it('asks for a name and for variables when they are wanted', async () => {
    const desk = new Desk({ images: [anImage('1', ['web:1'])] });
    desk.answers = ['Give it a name…, Set environment variables…', 'mine', 'A=1  B=two'];
    await desk.call(runImage, [image]);
    assert.equal(desk.engine.created?.name, 'mine');
    assert.deepEqual(desk.engine.created?.environment, ['A=1', 'B=two']);
    assert.equal(desk.engine.created?.removeWhenDone, false);
  });

  it('runs what was built from a Dockerfile last', async () => {
    const desk = new Desk({ images: [anImage('1', ['api:3'])] });
    desk.memory.set('tag /code/shop/api/Dockerfile ', 'api:3');
    await desk.call(run, undefined, dockerfile);
    assert.deepEqual(desk.engine.calls.slice(0, 1), ['create api:3']);
  });

  it('builds a Dockerfile that was not built yet', async () => {
    const desk = new Desk();
    desk.answers = ['api', 'api:1'];
    void desk.call(run, undefined, dockerfile);
    await waitForTerminal(desk);
    assert.equal(desk.terminals[0]?.name, 'Build: api:1');
  });

  it('tells the equivalent command', () => {
    const options = {
      image: 'web:1',
      name: 'mine',
      environment: ['A=b c'],
      ports: [{ container: '80/tcp', host: 8080 }, { container: '53/udp' }],
      removeWhenDone: true,
      interactive: false,
    };
    assert.equal(
      equivalentRun(options),
      "docker run --detach --rm --name mine --publish 8080:80/tcp --publish 53/udp --env 'A=b c' web:1",
    );
  });
});

async function waitForTerminal(desk: Desk, count = 1): Promise<void> {
  for (let i = 0; i < 100 && desk.terminals.length < count; i++) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(desk.terminals.length, count, desk.shown.join('\n'));
}
