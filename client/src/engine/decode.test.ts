import assert from 'node:assert/strict';
import { decodeContainer, decodeInspected } from './containers.ts';
import { decodeList, textMap } from './decode.ts';
import { decodeImage } from './images.ts';
import { decodeNetwork } from './networks.ts';
import { decodeVolume } from './volumes.ts';

describe('decoding', () => {
  it('isolates a record that cannot be read, and names what is missing', () => {
    const answer = [{ Id: 'a', Names: ['/one'] }, { Names: ['/two'] }, null, { Id: 'c', Names: ['/three'] }];
    const { items, problems } = decodeList(answer, 'container', decodeContainer);
    assert.deepEqual(
      items.map(({ name }) => name),
      ['one', 'three'],
    );
    assert.equal(problems.length, 2);
    assert.match(problems[0] ?? '', /\["\/two"\] has no 'Id'/);
  });

  it('refuses an answer that is no list', () => {
    assert.throws(() => decodeList({ message: 'no' }, 'image', decodeImage), /list of images is not a list/);
  });

  it('takes a container with nothing but an id', () => {
    const container = decodeContainer({ Id: '0123456789abcdef' });
    assert.equal(container.name, '0123456789ab');
    assert.equal(container.state, 'exited');
    assert.deepEqual(container.ports, []);
  });

  it('takes a whole container', () => {
    const container = decodeContainer({
      Id: 'abc',
      Names: ['/other/alias', '/web'],
      Image: 'nginx',
      ImageID: 'sha256:1',
      State: 'running',
      Status: 'Up 2 hours (unhealthy)',
      Created: 12,
      Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }, { PrivatePort: 53, Type: 'udp' }, {}],
      Labels: { a: 'b,c', odd: 1 },
      Mounts: [
        { Type: 'volume', Name: 'data', Source: '/v', Destination: '/d', RW: true },
        { Type: 'bind', Source: '/s', Destination: '/t' },
      ],
      NetworkSettings: { Networks: { front: { NetworkID: 'n1', IPAddress: '10.0.0.2' }, odd: null } },
    });
    assert.equal(container.name, 'web');
    assert.equal(container.health, 'unhealthy');
    assert.deepEqual(container.ports, [
      { privatePort: 80, protocol: 'tcp', publicPort: 8080, address: '0.0.0.0' },
      { privatePort: 53, protocol: 'udp' },
    ]);
    assert.deepEqual([...container.labels], [['a', 'b,c']]);
    assert.deepEqual(
      container.mounts.map(({ volume, writable }) => [volume, writable]),
      [
        ['data', true],
        [undefined, false],
      ],
    );
    assert.deepEqual(container.networks[0], { network: 'front', networkId: 'n1', address: '10.0.0.2' });
  });

  it('takes an inspected container for the same as a listed one', () => {
    const place = {
      Mounts: [{ Type: 'volume', Name: 'data', Source: '/v', Destination: '/d', RW: true }],
      NetworkSettings: { Networks: { front: { NetworkID: 'n1', IPAddress: '10.0.0.2' } } },
    };
    const listed = decodeContainer({
      ...place,
      Id: 'abc',
      Names: ['/web'],
      Image: 'nginx',
      ImageID: 'sha256:1',
      Command: 'sh -c x',
      State: 'running',
      Status: 'Up 2 hours (healthy)',
      Created: 60,
      Ports: [
        { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
        { PrivatePort: 53, Type: 'udp' },
      ],
      Labels: { a: 'b' },
    });
    const inspected = decodeInspected({
      ...place,
      Id: 'abc',
      Name: '/web',
      Image: 'sha256:1',
      Path: 'sh',
      Args: ['-c', 'x'],
      Created: '1970-01-01T00:01:00Z',
      State: { Status: 'running', ExitCode: 0, Health: { Status: 'healthy' } },
      Config: { Image: 'nginx', Labels: { a: 'b' } },
      NetworkSettings: {
        ...place.NetworkSettings,
        Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }], '53/udp': null },
      },
    });
    assert.deepEqual(inspected, listed);
    assert.equal(decodeInspected({ Id: 'a', State: { Status: 'exited', ExitCode: 3 } }).exitCode, 3);
    assert.equal(decodeInspected({ Id: '0123456789abcdef' }).name, '0123456789ab');
  });

  it('understands the states of Docker and Podman', () => {
    const state = (State: string, Status = '') => decodeContainer({ Id: 'a', State, Status });
    assert.equal(state('stopped').state, 'exited');
    assert.equal(state('configured').state, 'created');
    assert.equal(state('paused').state, 'paused');
    assert.equal(state('exited', 'Exited (137) 3 days ago').exitCode, 137);
    assert.equal(state('running', 'Up 1 second (health: starting)').health, 'starting');
    assert.equal(state('running', 'Up 1 second (starting)').health, 'starting');
    assert.equal(state('running', 'Up 3 minutes (healthy)').health, 'healthy');
  });

  it('leaves out the names that engines make up for images without one', () => {
    const image = decodeImage({ Id: 'sha256:1', RepoTags: ['<none>:<none>'], RepoDigests: null, Created: 5, Size: 7 });
    assert.deepEqual(image.tags, []);
    assert.deepEqual(image.digests, []);
  });

  it('reads inspected images, Podman-style ids and text times included', () => {
    const image = decodeImage({
      Id: 'ab12',
      RepoTags: ['a:1'],
      Created: '1970-01-01T00:01:00.5Z',
      Config: { Labels: { x: 'y' } },
    });
    assert.equal(image.id, 'sha256:ab12');
    assert.equal(image.created, 60);
    assert.equal(image.labels.get('x'), 'y');
  });

  it('reads volumes and networks with the least there is', () => {
    assert.equal(decodeVolume({ Name: 'v' }).driver, 'local');
    assert.throws(() => decodeVolume({}), /has no 'Name'/);
    assert.deepEqual(
      decodeNetwork({ Id: 'n', Name: 'net', IPAM: { Config: [{ Subnet: '10.0.0.0/8' }, {}] } }).subnets,
      ['10.0.0.0/8'],
    );
    assert.throws(() => decodeNetwork({ Id: 'n' }), /"n" has no 'Name'/);
  });

  it('takes maps that are null for empty', () => {
    assert.equal(textMap({ Labels: null }, 'Labels').size, 0);
  });
});
