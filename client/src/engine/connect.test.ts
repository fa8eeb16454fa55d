import assert from 'node:assert/strict';
import type Dockerode from 'dockerode';
import { connect } from './connect.ts';
import type { Endpoint, Surroundings } from './endpoint.ts';

const never = new AbortController().signal;
const docker = '/var/run/docker.sock';
const rootless = '/run/user/1000/docker.sock';
const podman = '/run/podman/podman.sock';

/** Connects on a machine with sockets that answer, or fail with an error code. */
async function search(sockets: Readonly<Record<string, object | string>>) {
  const around: Surroundings = {
    platform: 'linux',
    env: { XDG_RUNTIME_DIR: '/run/user/1000' },
    home: '/home/me',
    userId: 1000,
    readFile: async () => undefined,
    exists: async (path) => path in sockets,
  };
  const log: string[] = [];
  const open = async ({ transport }: Endpoint) => {
    const answer = transport.kind === 'socket' ? sockets[transport.path] : undefined;
    const version = async () => {
      if (typeof answer === 'string') throw Object.assign(new Error(answer), { code: answer });
      return answer;
    };
    return { version } as unknown as Dockerode;
  };
  const engine = await connect('', { surroundings: around, log: (line) => log.push(line), open }, never);
  return { engine, log };
}

describe('connect', () => {
  it('takes the first engine that answers, and logs those that do not', async () => {
    const { engine, log } = await search({
      [docker]: 'ECONNREFUSED',
      [rootless]: { ApiVersion: '1.41', Version: '20' },
    });
    assert.equal(engine.endpoint.address, `unix://${rootless}`);
    assert.deepEqual(log, [`unix://${docker}: ECONNREFUSED`]);
  });

  it('recognises Podman', async () => {
    const { engine } = await search({ [podman]: { ApiVersion: '1.41', Components: [{ Name: 'Podman Engine' }] } });
    assert.equal(engine.version.product, 'Podman');
  });

  it('does not show Podman to somebody who may not use Docker', async () => {
    await assert.rejects(search({ [docker]: 'EACCES', [podman]: { ApiVersion: '1.41' } }), { kind: 'denied' });
  });

  it('shows a rootless Docker to somebody who may not use the other one', async () => {
    const { engine } = await search({ [docker]: 'EACCES', [rootless]: { ApiVersion: '1.41' } });
    assert.equal(engine.endpoint.address, `unix://${rootless}`);
  });

  it('says that something else answers', async () => {
    await assert.rejects(search({ [docker]: { hello: 'world' } }), /is not a Docker Engine/);
  });

  it('says that there is nothing', async () => {
    await assert.rejects(search({}), { kind: 'unreachable', message: /no Docker or Podman socket/ });
  });
});
