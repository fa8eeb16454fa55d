import assert from 'node:assert/strict';
import { EngineError } from '../engine/errors.ts';
import { aContainer, aNetwork, anImage, aService, aVolume, FakeEngine, mountOf } from '../engine/testing.ts';
import type { Command } from './command.ts';
import { commands } from './index.ts';
import { Desk } from './testing.ts';

function find(id: string): Command {
  const command = commands.find((each) => each.id === id);
  assert.ok(command, id);
  return command;
}

const container = (name: string) => ({ kind: 'container' as const, id: `${name}-id` });
const project = (name: string) => ({ kind: 'project' as const, id: name });
const image = (reference: string) => ({ kind: 'image' as const, id: reference });
const volume = (name: string) => ({ kind: 'volume' as const, id: name });
const network = (name: string) => ({ kind: 'network' as const, id: `${name}-id` });

describe('the table of commands', () => {
  it('has unique ids, and ellipses where something is asked', () => {
    const ids = commands.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ['containers.remove', 'images.remove', 'volumes.prune', 'build', 'images.run']) {
      assert.match(find(id).title, /…$/);
    }
  });
});

describe('a command on rows', () => {
  it('works on everything that is selected', async () => {
    const desk = new Desk({ containers: [aContainer('a'), aContainer('b')] });
    await desk.call(find('containers.stop'), [container('a'), container('b')]);
    assert.deepEqual(desk.engine.calls, ['stop a-id', 'stop b-id']);
    assert.deepEqual(desk.shown, ['progress Stop: a, b']);
  });

  it('leaves out what it does not apply to', async () => {
    const desk = new Desk({ containers: [aContainer('a'), aContainer('b', { state: 'exited' })] });
    await desk.call(find('containers.start'), [container('a'), container('b')]);
    assert.deepEqual(desk.engine.calls, ['start b-id']);
  });

  it('says why when it applies to nothing that is selected', async () => {
    const desk = new Desk({ containers: [aContainer('a')] });
    await desk.call(find('containers.start'), [container('a')]);
    await desk.call(find('containers.start'), [container('gone')]);
    assert.deepEqual(desk.engine.calls, []);
    assert.deepEqual(desk.shown, ["info 'a' is running: Start does not apply.", 'info This does not exist any more.']);
  });

  it('takes all containers of a project, in the order of their dependencies', async () => {
    const services = [aService('p', 'web', { dependsOn: 'db' }), aService('p', 'db')].map((each) => ({
      ...each,
      state: 'exited' as const,
    }));
    const desk = new Desk({ containers: services });
    await desk.call(find('containers.start'), [project('p')]);
    assert.deepEqual(desk.engine.calls, ['start p-db-1-id', 'start p-web-1-id']);
  });

  it('stops what depends on others first', async () => {
    const desk = new Desk({ containers: [aService('p', 'db'), aService('p', 'web', { dependsOn: 'db' })] });
    await desk.call(find('containers.stop'), [project('p')]);
    assert.deepEqual(desk.engine.calls, ['stop p-web-1-id', 'stop p-db-1-id']);
  });

  it('leaves the new state behind for the next one, whatever events come', async () => {
    const desk = new Desk({ containers: [aContainer('a')] });
    const { containers } = desk.engine.world;
    Object.assign(desk.engine.containers, {
      pause: async () => void containers.splice(0, 1, aContainer('a', { state: 'paused' })),
    });
    await desk.call(find('containers.pause'), [container('a')]);
    await desk.call(find('containers.unpause'), [container('a')]);
    assert.deepEqual(desk.engine.calls, ['unpause a-id']);
  });

  it('asks which one in the command palette', async () => {
    const desk = new Desk({ containers: [aContainer('a'), aContainer('b'), aContainer('c', { state: 'exited' })] });
    desk.answers = ['b'];
    await desk.call(find('containers.pause'));
    assert.deepEqual(desk.shown, ['pick Pause: a, b', 'progress Pause: b']);
    assert.deepEqual(desk.engine.calls, ['pause b-id']);
  });

  it('says in the command palette that there is nothing', async () => {
    const desk = new Desk();
    await desk.call(find('containers.pause'));
    assert.deepEqual(desk.shown, ['info Pause: there is no container that this applies to.']);
  });

  it('tells a failure once, in words of its kind, and offers the log', async () => {
    const desk = new Desk({ containers: [aContainer('a'), aContainer('b')] });
    desk.engine.failures.set('kill a-id', new EngineError('server', 'cannot kill'));
    desk.engine.failures.set('kill b-id', new EngineError('server', 'busy'));
    desk.answers = ['Show Log'];
    await desk.call(find('containers.kill'), [container('a'), container('b')]);
    assert.deepEqual(desk.shown.slice(1), ['error Kill failed. The engine says: a: cannot kill. b: busy.', 'log ']);
    assert.match(desk.logged.join('\n'), /Kill failed \(server\)/);
  });

  it('says that the engine is gone', async () => {
    const desk = new Desk({ containers: [aContainer('a')] });
    desk.engine.failures.set('events', new EngineError('unreachable', 'connect ENOENT /x.sock'));
    await desk.call(find('containers.kill'), [container('a')]);
    assert.deepEqual(desk.shown, ['error Kill failed. The engine cannot be reached: connect ENOENT /x.sock.']);
  });
});

describe('removing containers', () => {
  it('says what will be lost, and the equivalent command', async () => {
    const desk = new Desk({
      containers: [aContainer('web', { mounts: [mountOf('data')] })],
      volumes: [aVolume('data')],
    });
    await desk.call(find('containers.remove'), [container('web')]);
    assert.equal(desk.question?.message, "Remove container 'web'?");
    assert.equal(
      desk.question?.detail,
      [
        'It is running and will be killed.',
        'Files written inside, other than in volumes and mounted folders, will be lost.',
        "Stays: 1 volume ('data').",
        'Equivalent: docker rm --force web',
      ].join('\n\n'),
    );
    assert.deepEqual(
      desk.question?.choices.map(({ title }) => title),
      ['Remove'],
    );
    assert.deepEqual(desk.engine.calls, ['remove web-id']);
  });

  it('offers to remove anonymous volumes', async () => {
    const name = 'a'.repeat(64);
    const desk = new Desk({ containers: [aContainer('db', { state: 'exited', mounts: [mountOf(name)] })] });
    desk.answers = ['Remove with Anonymous Volumes'];
    await desk.call(find('containers.remove'), [container('db')]);
    assert.match(desk.question?.detail ?? '', /1 anonymous volume/);
    assert.match(desk.question?.detail ?? '', /docker rm db$/);
    assert.deepEqual(desk.engine.calls, ['remove db-id with volumes']);
  });

  it('does nothing when the user cancels', async () => {
    const desk = new Desk({ containers: [aContainer('web')] });
    desk.answers = ['Cancel'];
    await desk.call(find('containers.remove'), [container('web')]);
    assert.deepEqual(desk.engine.calls, []);
  });

  it('names all that go, and which of them run', async () => {
    const desk = new Desk({ containers: [aContainer('a'), aContainer('b', { state: 'exited' })] });
    await desk.call(find('containers.remove'), [container('a'), container('b')]);
    assert.equal(desk.question?.message, 'Remove 2 containers?');
    assert.match(desk.question?.detail ?? '', /^'a' and 'b'\n\nRunning, and will be killed: 'a'\./);
  });
});

describe('removing images', () => {
  it('tells a name that goes from an image that goes', async () => {
    const desk = new Desk({ images: [anImage('1', ['a:1', 'a:2'])] });
    await desk.call(find('images.remove'), [image('a:1')]);
    assert.match(desk.question?.detail ?? '', /Only the name goes, the image keeps others: 'a:1'/);
    assert.deepEqual(desk.engine.calls, ['remove a:1']);
  });

  it('needs force for an image that containers are made from', async () => {
    const desk = new Desk({
      images: [anImage('1', ['a:1'])],
      containers: [aContainer('web', { imageId: 'sha256:1' })],
    });
    await desk.call(find('images.remove'), [image('a:1')]);
    assert.match(desk.question?.detail ?? '', /containers are made from it: 'web'/);
    assert.match(desk.question?.detail ?? '', /docker rmi --force a:1$/);
    assert.deepEqual(desk.engine.calls, ['remove a:1 by force']);
  });

  it('counts layers once when all names of an image go', async () => {
    const desk = new Desk({ images: [anImage('1', ['a:1', 'a:2'])] });
    await desk.call(find('images.remove'), [image('a:1'), image('a:2')]);
    assert.match(desk.question?.detail ?? '', /up to 5\.0 MB/);
    assert.ok(!desk.question?.detail.includes('keeps others'));
  });
});

describe('removing volumes', () => {
  it('says that data is lost', async () => {
    const desk = new Desk({ volumes: [aVolume('data')] });
    await desk.call(find('volumes.remove'), [volume('data')]);
    assert.match(
      desk.question?.detail ?? '',
      /^All data in it is lost for good\.\n\nEquivalent: docker volume rm data$/,
    );
    assert.deepEqual(desk.engine.calls, ['remove data']);
  });

  it('refuses those in use, naming the users', async () => {
    const desk = new Desk({
      volumes: [aVolume('data')],
      containers: [aContainer('db', { mounts: [mountOf('data')] })],
    });
    await desk.call(find('volumes.remove'), [volume('data')]);
    assert.match(desk.shown[0] ?? '', /^error Remove failed\. 'data' is used by 'db'\. Remove the containers first/);
    assert.deepEqual(desk.engine.calls, []);
  });

  it('removes the unused ones of a selection', async () => {
    const desk = new Desk({
      volumes: [aVolume('data'), aVolume('free')],
      containers: [aContainer('db', { mounts: [mountOf('data')] })],
    });
    await desk.call(find('volumes.remove'), [volume('data'), volume('free')]);
    assert.match(desk.question?.detail ?? '', /Left as they are: 'data' is used by 'db'\./);
    assert.deepEqual(desk.engine.calls, ['remove free']);
  });
});

describe('removing networks', () => {
  const inFront = { networks: [{ network: 'front', networkId: 'front-id' }] };

  it('refuses while running containers are in it', async () => {
    const desk = new Desk({ networks: [aNetwork('front')], containers: [aContainer('web', inFront)] });
    await desk.call(find('networks.remove'), [network('front')]);
    assert.match(desk.shown[0] ?? '', /Running containers are in it: 'web'/);
  });

  it('warns of stopped containers that need it', async () => {
    const desk = new Desk({
      networks: [aNetwork('front')],
      containers: [aContainer('web', { ...inFront, state: 'exited' })],
    });
    await desk.call(find('networks.remove'), [network('front')]);
    assert.match(desk.question?.detail ?? '', /will not start without it: 'web'/);
    assert.deepEqual(desk.engine.calls, ['remove front-id']);
  });

  it('does not apply to built-in ones', async () => {
    const desk = new Desk({ networks: [aNetwork('bridge')] });
    await desk.call(find('networks.remove'), [network('bridge')]);
    assert.deepEqual(desk.engine.calls, []);
  });
});

describe('pruning', () => {
  it('lists stopped containers and says what became free', async () => {
    const desk = new Desk({ containers: [aContainer('a'), aContainer('b', { state: 'exited' })] });
    await desk.call(find('containers.prune'));
    assert.match(desk.question?.detail ?? '', /^'b'\n/);
    assert.deepEqual(desk.engine.calls, ['prune containers']);
    assert.equal(desk.shown.at(-1), 'info Removed stopped containers: 1.5 MB are free again.');
  });

  it('offers untagged images or all unused ones', async () => {
    const desk = new Desk({
      images: [anImage('1', ['a:1']), anImage('2', []), anImage('3', ['used:1'])],
      containers: [aContainer('x', { imageId: 'sha256:3' })],
    });
    desk.answers = ['Remove All Unused (2)'];
    await desk.call(find('images.prune'));
    assert.deepEqual(
      desk.question?.choices.map(({ title }) => title),
      ['Remove Untagged (1)', 'Remove All Unused (2)'],
    );
    assert.ok(!desk.question?.detail.includes('used:1'));
    assert.deepEqual(desk.engine.calls, ['prune unused images']);
  });

  it('removes exactly the volumes and networks that were listed', async () => {
    const desk = new Desk({
      volumes: [aVolume('free'), aVolume('data')],
      networks: [aNetwork('old'), aNetwork('bridge')],
      containers: [aContainer('db', { mounts: [mountOf('data')] })],
    });
    await desk.call(find('volumes.prune'));
    await desk.call(find('networks.prune'));
    assert.deepEqual(desk.engine.calls, ['remove free', 'remove old-id']);
  });

  it('says that there is nothing to prune', async () => {
    const desk = new Desk();
    for (const kind of ['containers', 'images', 'volumes', 'networks']) await desk.call(find(`${kind}.prune`));
    assert.deepEqual(desk.engine.calls, []);
    assert.equal(desk.shown.filter((line) => line.startsWith('info')).length, 4);
  });
});

describe('looking at things', () => {
  it('copies names and ids, one a line', async () => {
    const desk = new Desk({ containers: [aContainer('a'), aContainer('b')], images: [anImage('1', ['i:1'])] });
    await desk.call(find('containers.copyName'), [container('a'), container('b')]);
    await desk.call(find('images.copyId'), [image('i:1')]);
    assert.deepEqual(desk.shown, ['copy a\nb', 'copy sha256:1']);
  });

  it('inspects', async () => {
    const desk = new Desk({ volumes: [aVolume('data')] });
    await desk.call(find('volumes.inspect'), [volume('data')]);
    assert.equal(desk.shown.at(-1), 'record volume data data');
  });

  it('opens the only published port, or asks which', async () => {
    const port = (publicPort: number, privatePort: number) => ({
      publicPort,
      privatePort,
      protocol: 'tcp',
      address: '0.0.0.0',
    });
    const desk = new Desk({
      containers: [
        aContainer('one', { ports: [port(8080, 80)] }),
        aContainer('two', { ports: [port(8443, 443), port(81, 80)] }),
      ],
    });
    await desk.call(find('containers.openInBrowser'), [container('one')]);
    desk.answers = ['8443→443'];
    await desk.call(find('containers.openInBrowser'), [container('two')]);
    assert.deepEqual(desk.shown, [
      'open http://localhost:8080',
      'pick Open in Browser: 81→80, 8443→443',
      'open https://localhost:8443',
    ]);
  });

  it('opens the port of a remote engine where that is', async () => {
    const port = { publicPort: 8080, privatePort: 80, protocol: 'tcp', address: '::' };
    const desk = new Desk({ containers: [aContainer('one', { ports: [port] })] });
    desk.engine.endpoint = { address: 'ssh://box', source: 'setting', transport: { kind: 'ssh', host: 'box' } };
    await desk.call(find('containers.openInBrowser'), [container('one')]);
    assert.deepEqual(desk.shown, ['open http://box:8080']);
  });

  it('opens a shell in a terminal', async () => {
    const desk = new Desk({ containers: [aContainer('a')] });
    const typed: string[] = [];
    desk.engine.session = {
      output: (async function* () {
        yield '$ ';
      })(),
      write: (text) => void typed.push(text),
      resize: async (columns, rows) => void typed.push(`${columns}x${rows}`),
      exitCode: async () => 130,
    };
    await desk.call(find('containers.openShell'), [container('a')]);
    desk.terminals[0]?.program.input?.('ls\r');
    assert.equal(await desk.terminal(), '$ \r\nEnded with exit code 130. Press any key to close.\r\n');
    assert.deepEqual(typed, ['ls\r', '80x24']);
  });

  it('opens no terminal for an image without a shell', async () => {
    const desk = new Desk({ containers: [aContainer('a')] });
    await desk.call(find('containers.openShell'), [container('a')]);
    assert.deepEqual(desk.shown, [
      'progress Open Shell: a',
      'error Open Shell failed. The image of this container has no shell.',
    ]);
  });
});

describe('following logs', () => {
  const line = (text: string) => ({ kind: 'line' as const, text, time: '' });

  it('shows the output of one container as it is, and what happens to it', async () => {
    const desk = new Desk({ containers: [aContainer('web')] });
    desk.engine.log = [
      line('hello'),
      { kind: 'stopped', exitCode: 1 },
      { kind: 'started' },
      line('again\r'),
      { kind: 'removed' },
    ];
    await desk.call(find('containers.followLogs'), [container('web')]);
    assert.equal(desk.shown[0], 'terminal Logs: web');
    assert.deepEqual((await desk.terminal(/removed/)).split('\r\n'), [
      'hello',
      "'web' ended with exit code 1. The log goes on when it starts.",
      "'web' has started.",
      'again',
      "'web' was removed. The log goes on when a container of this name starts.",
      '',
    ]);
  });

  it('goes on when a lost engine is back', async () => {
    const desk = new Desk({ containers: [aContainer('web')] });
    await desk.call(find('containers.followLogs'), [container('web')]);
    const asked: (string | undefined)[] = [];
    const next = new FakeEngine();
    next.followLogs = async function* (_name, _signal, after) {
      asked.push(after);
      yield line('later');
    };
    desk.engine.followLogs = async function* (_name, _signal, after) {
      asked.push(after);
      yield { ...line('early'), time: '2026-01-01T00:00:00.000000001Z' };
      desk.engine = next;
      desk.services.store.reconnect();
      throw new EngineError('unreachable', 'gone');
    };
    const text = await desk.terminal(/later/);
    assert.match(text, /^early\r\nThe engine cannot be reached\. The log goes on when it is back\.\r\nlater\r\n/);
    assert.deepEqual(asked, ['', '2026-01-01T00:00:00.000000001Z']);
  });

  it('puts names before the lines of several containers', async () => {
    const desk = new Desk({ containers: [aService('p', 'web'), aService('p', 'db')] });
    await desk.call(find('containers.followLogs'), [project('p')]);
    assert.equal(desk.shown[0], 'terminal Logs: p-db-1 + 1');
    desk.engine.log = [line('hello')];
    const text = await desk.terminal(/web.*hello/);
    assert.deepEqual(text.trim().split('\r\n').sort(), ['p-db-1  | hello', 'p-web-1 | hello']);
  });
});

describe('connecting again', () => {
  it('says why it does not work', async () => {
    const desk = new Desk();
    desk.engine.failures.set('events', new EngineError('denied', 'connect EACCES /x.sock'));
    await desk.call(find('engine.retry'));
    assert.equal(desk.shown.at(-1), 'error Connect Again failed. Access was denied: connect EACCES /x.sock.');
  });
});

describe('rules', () => {
  it('are turned off in the settings', async () => {
    const desk = new Desk();
    await desk.call(find('turnOffRule'), undefined, 'some-rule');
    assert.deepEqual(desk.changedSettings, ['dockwright.lint.rules some-rule off']);
  });

  it('are explained', async () => {
    const desk = new Desk();
    await desk.call(find('openRuleDocumentation'), undefined, 'known');
    await desk.call(find('openRuleDocumentation'), undefined, 'unknown');
    assert.deepEqual(desk.shown, ['markdown known', 'info There is no documentation of this rule.']);
  });
});
