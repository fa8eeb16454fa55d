import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Host } from '../../../host.ts';
import { atCursor, context, edited } from '../testing.ts';
import { completion } from './completion.ts';
import { resolveCompletion } from './items.ts';

type Files = Readonly<Record<string, string>>;

async function complete(
  marked: string,
  files: Files = {},
  host: Partial<Host> = {},
): Promise<readonly CompletionItem[]> {
  const { file, offset } = await atCursor(marked, files);
  return completion(file, offset, context({ 'compose.yaml': file.text, ...files }, host));
}

async function labels(marked: string, files: Files = {}, host: Partial<Host> = {}): Promise<string[]> {
  return (await complete(marked, files, host)).map(({ label }) => label);
}

/** The text after an item is taken. */
async function take(marked: string, label: string, files: Files = {}): Promise<string> {
  const { file, offset } = await atCursor(marked, files);
  const items = await completion(file, offset, context(files));
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `no '${label}' among ${items.map((candidate) => candidate.label).join(', ')}`);
  assert.ok(item.textEdit && 'range' in item.textEdit);
  return edited(file, [item.textEdit]);
}

async function has(marked: string, ...wanted: readonly string[]): Promise<void> {
  const found = await labels(marked);
  for (const label of wanted) assert.ok(found.includes(label), `no '${label}' at ${marked}: ${found.join(', ')}`);
}

async function lacks(marked: string, ...unwanted: readonly string[]): Promise<void> {
  const found = await labels(marked);
  for (const label of unwanted) assert.ok(!found.includes(label), `'${label}' at ${marked}`);
}

const head = 'services:\n  db:\n    image: postgres:17\n';

describe('completion of keys', () => {
  it('offers top-level keys that are not there yet', async () => {
    await has('‸', 'services', 'networks', 'name', 'include');
    await has(`${head}vol‸`, 'volumes', 'networks');
    await lacks(`${head}vol‸`, 'services', 'image');
  });

  it('offers the keys of services wherever the indentation says so', async () => {
    await has(`${head}    ‸\n`, 'ports', 'healthcheck');
    await lacks(`${head}    ‸\n`, 'image');
    await has(`${head}    po‸\n    environment:\n      A: b\n`, 'ports');
    await has('services:\n  web:\n    ‸', 'image', 'build');
    await has('services:\n  web:\n    im‸age: x\n', 'image');
    await has('services:\n  web: { im‸ }\n', 'image');
    await has('services:\r\n  web:\r\n    ‸\r\n  db:\r\n    image: x\r\n', 'image');
  });

  it('goes as deep as the schema', async () => {
    await has(`${head}    healthcheck:\n      ‸\n`, 'interval', 'test');
    await has(`${head}    deploy:\n      resources:\n        limits:\n          ‸\n`, 'cpus', 'memory');
    await has(`${head}    ports:\n      - target: 80\n        ‸\n`, 'published', 'host_ip');
    await has('networks:\n  a:\n    ipam:\n      config:\n        - ‸\n', 'subnet');
  });

  it('writes what follows the key', async () => {
    assert.equal(await take(`${head}    ‸`, 'ports'), `${head}    ports:\n  - $0`);
    assert.equal(await take(`${head}    ‸`, 'tty'), `${head}    tty: \${1|true,false|}`);
    assert.equal(await take(`${head}    ho‸`, 'hostname'), `${head}    hostname: $0`);
    assert.equal(await take('services:\n  a:\n    im‸age: x\n', 'image'), 'services:\n  a:\n    image: x\n');
    assert.equal(await take('services:\n  a: { im‸ }\n', 'image'), 'services:\n  a: { image:  }\n');
  });

  it('documents keys when asked', async () => {
    const item = (await complete(`${head}    ‸`)).find(({ label }) => label === 'restart');
    assert.ok(item);
    assert.equal(item.documentation, undefined);
    const documentation = resolveCompletion(item).documentation;
    assert.ok(documentation !== undefined && typeof documentation !== 'string');
    assert.match(documentation.value, /Restart policy/);
    assert.match(documentation.value, /`unless-stopped`/);
    assert.match(documentation.value, /compose-file\/services\/#restart/);
  });

  it('offers names where keys are names', async () => {
    await has(`${head}  web:\n    image: x\n    depends_on:\n      ‸\n`, 'db');
    await lacks(`${head}  web:\n    image: x\n    depends_on:\n      ‸\n`, 'web');
    await has(`${head}    networks:\n      front:\n      ‸\nnetworks:\n  front:\n  back:\n`, 'back');
    await lacks(`${head}    networks:\n      front:\n      ‸\nnetworks:\n  front:\n  back:\n`, 'front');
  });

  it('offers to merge the mappings anchored above', async () => {
    await has('x-a: &common\n  tty: true\nservices:\n  web:\n    image: x\n    <‸\n', '<<: *common');
  });
});

describe('completion of values', () => {
  it('offers words of the schema and of the engine', async () => {
    await has(`${head}  web:\n    image: x\n    depends_on:\n      db:\n        condition: ‸\n`, 'service_healthy');
    await has(`${head}    restart: ‸\n`, 'always', 'unless-stopped');
    await has(`${head}    tty: ‸\n`, 'true', 'false');
    await has(`${head}    cap_add: [ ‸ ]\n`, 'NET_ADMIN');
    assert.match(await take(`${head}    restart: ‸\n`, 'no'), /restart: no\n/);
  });

  it('offers names of what is defined', async () => {
    await has(`${head}  web:\n    image: x\n    depends_on:\n      - ‸\n`, 'db');
    await has(`${head}  web:\n    image: x\n    depends_on: [‸]\n`, 'db');
    await has(`${head}  web:\n    network_mode: ‸\n`, 'service:db', 'host');
    await has(`${head}  web:\n    extends: ‸\n`, 'db');
    await has(`${head}    secrets:\n      - ‸\nsecrets:\n  token:\n    file: x\n`, 'token');
    assert.equal(
      await take('services:\n  a:\n    volumes:\n      - ‸\nvolumes:\n  data:\n', 'data'),
      'services:\n  a:\n    volumes:\n      - data:${1:/data}\nvolumes:\n  data:\n',
    );
  });

  it('puts the dash before items on lines of their own', async () => {
    assert.equal(
      await take('services:\n  a:\n    ports:\n      ‸', 'host:container'),
      'services:\n  a:\n    ports:\n      - "${1:8080}:${2:80}"',
    );
    await has('services:\n  a:\n    ports:\n      - ‸', 'host:container', 'long form');
  });

  it('offers the stages of the Dockerfile', async () => {
    const files = { 'web/Dockerfile': 'FROM node:22 AS build\nFROM nginx:1.27 AS Runtime\n' };
    const found = await labels('services:\n  web:\n    build:\n      context: ./web\n      target: ‸\n', files);
    assert.deepEqual(found, ['build', 'Runtime']);
  });

  it('offers files and folders', async () => {
    const files = { 'web/Dockerfile': 'FROM x\n', 'web/src/a': '', 'app.env': '' };
    const found = (marked: string) => labels(marked, files);
    assert.deepEqual(await found('services:\n  web:\n    build: ‸\n'), ['web/']);
    assert.deepEqual(await found('services:\n  web:\n    build: ./web/‸\n'), ['./web/src/']);
    assert.ok((await found('services:\n  web:\n    env_file: ‸\n')).includes('app.env'));
    assert.ok((await found('services:\n  web:\n    volumes:\n      - ./‸\n')).includes('./web/'));
  });

  it('offers images of the engine and tags of a repository', async () => {
    const image = { id: 'sha256:1', tags: ['shop/web:2'], size: 1, created: 0 };
    const host = { images: async () => [image], imageTags: async () => ['1.27', '1.26'] };
    assert.deepEqual(await labels('services:\n  a:\n    image: ‸\n', {}, host), ['shop/web:2']);
    assert.deepEqual(await labels('services:\n  a:\n    image: nginx:‸\n', {}, host), ['nginx:1.27', 'nginx:1.26']);
  });

  it('offers variables behind a dollar sign', async () => {
    const files = { '.env': 'TAG=1\n' };
    assert.deepEqual(await labels('services:\n  a:\n    image: nginx:${T‸\n', files), ['TAG', 'COMPOSE_PROJECT_NAME']);
    assert.equal(
      await take('services:\n  a:\n    image: nginx:${T‸\n', 'TAG', files),
      'services:\n  a:\n    image: nginx:${TAG}\n',
    );
    await has('services:\n  a:\n    image: ${OTHER}\n    command: |\n      echo $‸\n', 'OTHER');
    await lacks('services:\n  a:\n    image: ${OTHER}\n    command: echo $$‸\n', 'OTHER');
  });

  it('offers aliases of the anchors above', async () => {
    await has('x-a: &log\n  driver: local\nservices:\n  a:\n    image: x\n    logging: *‸\n', '*log');
  });

  it('is silent in comments, free text and unknown places', async () => {
    assert.deepEqual(await labels(`${head}    # ‸\n`), []);
    assert.deepEqual(await labels(`${head}    hostname: ‸\n`), []);
    assert.deepEqual(await labels(`${head}    x-own:\n      ‸\n`), []);
  });
});
