import assert from 'node:assert/strict';
import { EngineError } from '../engine/errors.ts';
import { anImage, FakeEngine } from '../engine/testing.ts';
import { localImages, localTags } from './localImages.ts';
import { Store } from './store.ts';

function storeOf(connect: () => Promise<FakeEngine>): Store {
  const delay = (_: number, signal: AbortSignal) =>
    new Promise<void>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  return new Store({ connect, delay, log: () => undefined });
}

const forever = () => new Promise<void>(() => undefined);

describe('the images that the language server asks for', () => {
  it('are those with a tag, with what they tell containers, asked for once', async () => {
    const engine = new FakeEngine();
    engine.world.images.push(anImage('1', ['a:1', 'a:2']), anImage('2', []));
    engine.configuration = { user: 'app', exposedPorts: ['80/tcp'], entrypoint: [], command: ['run'], environment: [] };
    const images = localImages(
      storeOf(async () => engine),
      forever,
    );
    const [image, ...others] = (await images()) ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual(image?.tags, ['a:1', 'a:2']);
    assert.equal(image?.user, 'app');
    await images();
    assert.equal(engine.questions.filter((question) => question.startsWith('configuration')).length, 1);
  });

  it('come without details when those are slow', async () => {
    const engine = new FakeEngine();
    engine.world.images.push(anImage('1', ['a:1']));
    engine.images.configuration = () => new Promise(() => undefined);
    const images = localImages(
      storeOf(async () => engine),
      async () => undefined,
    );
    assert.deepEqual(
      (await images())?.map(({ tags, user }) => [tags, user]),
      [[['a:1'], undefined]],
    );
  });

  it('are unknown without an engine', async () => {
    const images = localImages(
      storeOf(async () => {
        throw new EngineError('unreachable', 'nobody');
      }),
      forever,
    );
    assert.equal(await images(), undefined);
  });
});

describe('localTags', () => {
  const images = [
    { id: '1', tags: ['nginx:1', 'docker.io/library/nginx:2', 'other:3'], size: 0, created: 0 },
    { id: '2', tags: ['localhost:5000/nginx:4'], size: 0, created: 0 },
  ];

  it('knows the names of official images', () => {
    for (const name of ['nginx', 'library/nginx', 'docker.io/nginx'])
      assert.deepEqual(localTags(images, name), ['1', '2']);
  });

  it('knows registries with ports', () => assert.deepEqual(localTags(images, 'localhost:5000/nginx'), ['4']));
});
