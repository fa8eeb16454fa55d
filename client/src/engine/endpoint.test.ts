import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { findEndpoints, parseAddress, type Surroundings, usualSockets } from './endpoint.ts';

const hash = createHash('sha256').update('remote').digest('hex');
const meta = `/home/me/.docker/contexts/meta/${hash}/meta.json`;

function machine(
  files: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Surroundings {
  return {
    platform: 'linux',
    env,
    home: '/home/me',
    userId: 1000,
    readFile: async (path) => files[path],
    exists: async (path) => path in files,
  };
}

async function find(setting: string, around: Surroundings) {
  return (await findEndpoints(setting, around)).map(({ address, source, context }) =>
    [address, source, context].filter(Boolean).join(' '),
  );
}

describe('the search for an engine', () => {
  it('takes the setting before everything else', async () => {
    const around = machine({ '/var/run/docker.sock': '' }, { DOCKER_HOST: 'tcp://other:2375' });
    assert.deepEqual(await find(' tcp://mine:1234 ', around), ['tcp://mine:1234 setting']);
  });

  it('takes DOCKER_HOST before the docker context', async () => {
    const around = machine(
      { '/home/me/.docker/config.json': '{"currentContext":"remote"}' },
      { DOCKER_HOST: 'unix:///x.sock' },
    );
    assert.deepEqual(await find('', around), ['unix:///x.sock DOCKER_HOST']);
  });

  it('takes the active docker context', async () => {
    const around = machine({
      '/home/me/.docker/config.json': '{"currentContext":"remote"}',
      [meta]: '{"Name":"remote","Endpoints":{"docker":{"Host":"ssh://me@box"}}}',
    });
    assert.deepEqual(await find('', around), ['ssh://me@box context remote']);
  });

  it('takes DOCKER_CONTEXT and DOCKER_CONFIG into account', async () => {
    const path = `/etc/d/contexts/meta/${hash}/meta.json`;
    const around = machine(
      { '/etc/d/config.json': '{"currentContext":"gone"}', [path]: '{"Endpoints":{"docker":{"Host":"tcp://c:1"}}}' },
      { DOCKER_CONTEXT: 'remote', DOCKER_CONFIG: '/etc/d' },
    );
    assert.deepEqual(await find('', around), ['tcp://c:1 context remote']);
  });

  it('reads the certificates of a context', async () => {
    const folder = `/home/me/.docker/contexts/tls/${hash}/docker`;
    const around = machine({
      '/home/me/.docker/config.json': '{"currentContext":"remote"}',
      [meta]: '{"Endpoints":{"docker":{"Host":"tcp://box:2376","SkipTLSVerify":true}}}',
      [`${folder}/ca.pem`]: 'CA',
      [`${folder}/cert.pem`]: 'CERT',
      [`${folder}/key.pem`]: 'KEY',
    });
    const [endpoint] = await findEndpoints('', around);
    assert.deepEqual(endpoint?.transport, {
      kind: 'tcp',
      host: 'box',
      port: 2376,
      tls: { verify: false, ca: 'CA', certificate: 'CERT', key: 'KEY' },
    });
  });

  it('says that a context does not exist', async () => {
    const around = machine({ '/home/me/.docker/config.json': '{"currentContext":"remote"}' });
    await assert.rejects(findEndpoints('', around), /docker context 'remote' does not exist/);
  });

  it('takes the default context and a broken configuration for the usual sockets', async () => {
    for (const text of ['{"currentContext":"default"}', '{"auths":{}}', '{broken']) {
      const around = machine({ '/home/me/.docker/config.json': text, '/run/podman/podman.sock': '' });
      assert.deepEqual(await find('', around), ['unix:///run/podman/podman.sock socket']);
    }
  });

  it('lists the usual sockets that exist, Docker before Podman', async () => {
    const around = machine(
      {
        '/run/user/1000/podman/podman.sock': '',
        '/home/me/.colima/default/docker.sock': '',
        '/run/user/1000/docker.sock': '',
      },
      { XDG_RUNTIME_DIR: '/run/user/1000' },
    );
    assert.deepEqual(await find('', around), [
      'unix:///run/user/1000/docker.sock socket',
      'unix:///home/me/.colima/default/docker.sock socket',
      'unix:///run/user/1000/podman/podman.sock socket',
    ]);
  });

  it('guesses the runtime folder from the user id', () => {
    assert.ok(usualSockets({ ...machine(), userId: 501 }).includes('/run/user/501/docker.sock'));
    assert.ok(usualSockets({ ...machine(), platform: 'win32' }).includes('//./pipe/docker_engine'));
  });

  it('takes TLS from the environment', async () => {
    const files = { '/certs/ca.pem': 'CA', '/certs/cert.pem': 'CERT', '/certs/key.pem': 'KEY' };
    const around = machine(files, { DOCKER_HOST: 'tcp://box', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' });
    const [endpoint] = await findEndpoints('', around);
    assert.deepEqual(endpoint?.transport, {
      kind: 'tcp',
      host: 'box',
      port: 2376,
      tls: { verify: true, ca: 'CA', certificate: 'CERT', key: 'KEY' },
    });
  });
});

describe('parseAddress', () => {
  const table: readonly [string, unknown][] = [
    ['unix:///a/b.sock', { kind: 'socket', path: '/a/b.sock' }],
    ['/a/b.sock', { kind: 'socket', path: '/a/b.sock' }],
    ['unix://', { kind: 'socket', path: '/var/run/docker.sock' }],
    ['npipe:////./pipe/docker_engine', { kind: 'socket', path: '//./pipe/docker_engine' }],
    ['tcp://1.2.3.4:80', { kind: 'tcp', host: '1.2.3.4', port: 80 }],
    ['box:2375', { kind: 'tcp', host: 'box', port: 2375 }],
    ['tcp://[::1]:2375', { kind: 'tcp', host: '::1', port: 2375 }],
    ['https://box', { kind: 'tcp', host: 'box', port: 2376, tls: { verify: true } }],
    ['ssh://box', { kind: 'ssh', host: 'box' }],
    ['ssh://me@box:22/run/d.sock', { kind: 'ssh', host: 'box', port: 22, user: 'me', socketPath: '/run/d.sock' }],
  ];
  for (const [address, transport] of table) {
    it(`understands ${address}`, () => assert.deepEqual(parseAddress(address).transport, transport));
  }

  for (const address of ['ftp://box', 'tcp://', 'ssh://-oProxyCommand=x', 'a b:c', 'ssh://me:secret@box']) {
    it(`refuses ${address}`, () => assert.throws(() => parseAddress(address), /address/));
  }
});
