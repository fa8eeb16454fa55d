import assert from 'node:assert/strict';
import { aContainer, aNetwork, anImage, aService, aVolume, FakeEngine, mountOf } from '../engine/testing.ts';
import type { Container, Image, Network, Volume } from '../model/records.ts';
import type { Records } from '../model/store.ts';
import { containersView } from './containers.ts';
import { imagesView } from './images.ts';
import { networksView } from './networks.ts';
import { contextValue, type View, whenRow } from './view.ts';
import { volumesView } from './volumes.ts';

interface World {
  readonly containers?: readonly Container[];
  readonly images?: readonly Image[];
  readonly volumes?: readonly Volume[];
  readonly networks?: readonly Network[];
}

function recordsOf({ containers = [], images = [], volumes = [], networks = [] }: World): Records {
  return {
    containers: new Map(containers.map((each) => [each.id, each])),
    images: new Map(images.map((each) => [each.id, each])),
    volumes: new Map(volumes.map((each) => [each.name, each])),
    networks: new Map(networks.map((each) => [each.id, each])),
  };
}

/** The whole tree as text: two spaces a level, label and description. */
function drawn(view: View<unknown>, records: Records, node?: unknown, indent = ''): string[] {
  return view.children(records, node).flatMap((child) => {
    const row = view.row(records, child);
    const children = drawn(view, records, child, `${indent}  `);
    assert.equal(row.expandable !== undefined, children.length > 0, `${row.label} is expandable iff it has children`);
    return [`${indent}${row.label} (${row.description ?? ''})`, ...children];
  });
}

function idsOf(view: View<unknown>, records: Records, node?: unknown): string[] {
  return view.children(records, node).flatMap((child) => [view.row(records, child).id, ...idsOf(view, records, child)]);
}

const port = (publicPort: number, privatePort: number, address = '0.0.0.0') => ({
  publicPort,
  privatePort,
  address,
  protocol: 'tcp',
});

describe('the containers view', () => {
  it('shows projects with their services, then other containers', () => {
    const records = recordsOf({
      containers: [
        aContainer('zeta', { state: 'exited', exitCode: 3 }),
        aService('shop', 'web', { ports: [port(8080, 80), port(8080, 80, '::')] }),
        aService('shop', 'db', { state: 'exited', exitCode: 0, image: 'postgres:17' }),
      ],
    });
    assert.deepEqual(drawn(containersView, records), [
      'shop (1 of 2 running)',
      '  db (exited · postgres:17)',
      '  web (8080→80 · nginx:alpine)',
      'zeta (exited with 3 · nginx:alpine)',
    ]);
  });

  it('says what a state is in words, not only in colours', () => {
    const describe = (fields: Partial<Container>) =>
      drawn(containersView, recordsOf({ containers: [aContainer('a', fields)] }))[0];
    assert.equal(describe({ health: 'unhealthy' }), 'a (unhealthy · nginx:alpine)');
    assert.equal(describe({ health: 'starting' }), 'a (starting · nginx:alpine)');
    assert.equal(describe({ health: 'healthy' }), 'a (nginx:alpine)');
    assert.equal(describe({ state: 'paused' }), 'a (paused · nginx:alpine)');
    assert.equal(describe({ state: 'restarting' }), 'a (restarting · nginx:alpine)');
  });

  it('shortens an image that is only known by its id', () => {
    const image = `sha256:${'0123456789ab'.padEnd(64, '0')}`;
    assert.deepEqual(drawn(containersView, recordsOf({ containers: [aContainer('a', { image })] })), [
      'a (0123456789ab)',
    ]);
  });

  it('names an engine that is not the usual one', () => {
    const engine = new FakeEngine();
    const title = () => containersView.title?.({ kind: 'connected', engine });
    assert.equal(title(), '');
    engine.version = { ...engine.version, product: 'Podman' };
    assert.equal(title(), 'Podman');
    engine.endpoint = { address: 'ssh://box', source: 'setting', transport: { kind: 'ssh', host: 'box' } };
    assert.equal(title(), 'Podman · ssh://box');
    engine.endpoint = { ...engine.endpoint, context: 'far' };
    assert.equal(title(), 'Podman · far');
  });

  it('keeps the ids of rows over changes of state', () => {
    const before = recordsOf({ containers: [aContainer('a'), aService('p', 's')] });
    const after = recordsOf({
      containers: [aContainer('a', { state: 'exited' }), aService('p', 's', { state: 'paused' })],
    });
    assert.deepEqual(idsOf(containersView, before), idsOf(containersView, after));
  });

  it('has Markdown tooltips in which nothing of the engine is markup', () => {
    const container = aContainer('a', {
      image: 'x*y*',
      command: 'echo `id`\nnow',
      networks: [{ network: '_net_', networkId: 'n', address: '10.0.0.2' }],
      mounts: [{ ...mountOf('data'), writable: false }],
    });
    const text = containersView.tooltip(recordsOf({}), { kind: 'container', container });
    assert.ok(text.includes('x\\*y\\*'));
    assert.ok(text.includes("`echo 'id' now`"));
    assert.ok(text.includes('\\_net\\_ · 10\\.0\\.0\\.2'));
    assert.ok(text.includes('`data` on `/data` (read-only)'));
    assert.ok(!text.includes('Ports'), 'no empty facts');
  });
});

describe('the images view', () => {
  it('groups the tags of a repository, and untagged images', () => {
    const records = recordsOf({
      images: [anImage('1', ['b:2', 'a:1']), anImage('2', ['b:1']), anImage('3', [], { size: 7_000_000 })],
      containers: [aContainer('x', { imageId: 'sha256:2' })],
    });
    assert.deepEqual(drawn(imagesView, records), [
      'a:1 (5.0 MB)',
      'b (2 tags)',
      '  1 (5.0 MB · in use)',
      '  2 (5.0 MB)',
      'Untagged (1 image · 7.0 MB)',
      '  3 (7.0 MB)',
    ]);
  });

  it('keeps the id of a row when the tag moves to another image', () => {
    assert.deepEqual(
      idsOf(imagesView, recordsOf({ images: [anImage('1', ['a:1'])] })),
      idsOf(imagesView, recordsOf({ images: [anImage('2', ['a:1'])] })),
    );
  });

  it('has unique ids', () => {
    const ids = idsOf(imagesView, recordsOf({ images: [anImage('1', ['a:1', 'a:2', 'b:1']), anImage('2', [])] }));
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('the volumes view', () => {
  it('shows who uses a volume, anonymous ones last', () => {
    const anonymous = 'f'.repeat(64);
    const records = recordsOf({
      volumes: [aVolume(anonymous), aVolume('data'), aVolume('cloud', { driver: 'nfs' })],
      containers: [aContainer('web', { mounts: [mountOf('data', '/srv')] })],
    });
    assert.deepEqual(drawn(volumesView, records), [
      'cloud (nfs · unused)',
      'data (used by 1)',
      '  web (/srv)',
      'ffffffffffff (anonymous · unused)',
    ]);
  });
});

describe('the networks view', () => {
  it('shows members with their addresses, built-in networks last', () => {
    const records = recordsOf({
      networks: [aNetwork('bridge'), aNetwork('front', { internal: true })],
      containers: [
        aContainer('web', { networks: [{ network: 'front', networkId: 'front-id', address: '10.0.0.2' }] }),
        aContainer('new', { networks: [{ network: 'front', networkId: '' }] }),
        aContainer('pod', { networks: [{ network: 'podman', networkId: 'podman', address: '10.88.0.3' }] }),
        aContainer('far', { networks: [{ network: 'front', networkId: 'another-id' }] }),
      ],
    });
    assert.deepEqual(drawn(networksView, records), [
      'front (bridge · 172.20.0.0/16 · internal)',
      '  new (not running)',
      '  web (10.0.0.2)',
      'bridge (built in · 172.20.0.0/16)',
      '  pod (10.88.0.3)',
    ]);
  });
});

describe('menus', () => {
  const matches = (when: string, value: string) => {
    const [, pattern = '$^'] = /viewItem =~ \/(.*)\/$/.exec(when) ?? [];
    return new RegExp(pattern).test(value);
  };
  const value = (container: Container) =>
    contextValue(containersView.row(recordsOf({}), { kind: 'container', container }));

  it('are offered on rows of the kind, the states and the flag', () => {
    const running = value(aContainer('a'));
    const published = value(aContainer('a', { ports: [port(1, 1)] }));
    assert.equal(running, 'container:running');
    assert.ok(matches(whenRow('container'), running));
    assert.ok(matches(whenRow('container', ['running']), running));
    assert.ok(matches(whenRow('container', ['paused', 'running']), published));
    assert.ok(matches(whenRow('container', ['running'], 'published'), published));
    assert.ok(!matches(whenRow('container', ['running'], 'published'), running));
    assert.ok(!matches(whenRow('container', ['paused']), running));
    assert.ok(!matches(whenRow('image'), running));
  });
});
