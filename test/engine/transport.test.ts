import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect as connectSocket, createServer, type Server, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { registryTags } from '../../client/src/engine/registries.ts';
import { runOrThrow } from '../../tools/childProcess.ts';
import { freePort } from '../support/ports.ts';
import { startRegistry } from '../support/registry.ts';
import { connectTo, never, theDaemon } from './daemon.ts';

describe('reaching an engine', () => {
  let folder = '';
  const servers: Server[] = [];

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'dockwright-transport-'));
  });

  after(async () => {
    for (const server of servers) server.close();
    await rm(folder, { recursive: true });
  });

  /** A server on a socket that does something with every connection. */
  async function serve(name: string, handle: (socket: Socket) => void): Promise<string> {
    const file = path.join(folder, name);
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      handle(socket);
    });
    servers.push(server.listen(file));
    await once(server, 'listening');
    return `unix://${file}`;
  }

  const toDaemon = (socket: Socket) => {
    const engine = connectSocket(theDaemon().socketPath);
    engine.on('error', () => socket.destroy());
    socket.on('error', () => engine.destroy());
    socket.pipe(engine).pipe(socket);
  };

  it('over TCP', async () => {
    const port = await freePort();
    const server = createServer(toDaemon).listen(port, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const engine = await connectTo(`tcp://127.0.0.1:${port}`);
    assert.equal(engine.version.product, 'Docker');
  });

  it('over TLS with certificates of both sides, and not without', async () => {
    const file = (name: string) => path.join(folder, name);
    const openssl = (...args: string[]) => runOrThrow('openssl', args);
    const authority = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=test authority'];
    await openssl('req', ...authority, '-keyout', file('ca-key.pem'), '-out', file('ca.pem'));
    for (const [name, extension] of [
      ['server', 'subjectAltName=IP:127.0.0.1'],
      ['client', 'extendedKeyUsage=clientAuth'],
    ] as const) {
      const key = name === 'client' ? 'key.pem' : 'server-key.pem';
      const certificate = name === 'client' ? 'cert.pem' : 'server-cert.pem';
      await openssl(
        'req',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-subj',
        `/CN=${name}`,
        '-keyout',
        file(key),
        '-out',
        file(`${name}.csr`),
      );
      await writeFile(file(`${name}.ext`), extension);
      const sign = ['-CA', file('ca.pem'), '-CAkey', file('ca-key.pem'), '-CAcreateserial', '-days', '2'];
      await openssl(
        'x509',
        '-req',
        '-in',
        file(`${name}.csr`),
        ...sign,
        '-extfile',
        file(`${name}.ext`),
        '-out',
        file(certificate),
      );
    }
    const { readFile } = await import('node:fs/promises');
    const [ca, cert, key] = await Promise.all(
      ['ca.pem', 'server-cert.pem', 'server-key.pem'].map((name) => readFile(file(name))),
    );
    const port = await freePort();
    const server = createTlsServer({ ca, cert, key, requestCert: true, rejectUnauthorized: true }, toDaemon).listen(
      port,
      '127.0.0.1',
    );
    server.on('tlsClientError', () => undefined);
    servers.push(server);
    await once(server, 'listening');
    const engine = await connectTo(`tcp://127.0.0.1:${port}`, { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: folder });
    assert.ok((await engine.images.list()).items.length > 0);
    await assert.rejects(connectTo(`https://127.0.0.1:${port}`), { kind: 'unreachable', message: /certificate/ });
    await assert.rejects(connectTo(`tcp://127.0.0.1:${port}`), { kind: 'unreachable' });
  });

  it('over ssh, with streams and terminals', async () => {
    const bin = path.join(folder, 'bin');
    await mkdir(bin);
    // In place of ssh: what `docker system dial-stdio` does at the other end.
    await writeFile(
      path.join(bin, 'ssh'),
      `#!${process.execPath}
const socket = require('node:net').connect(process.env.TEST_SOCKET);
if (!process.argv.join(' ').endsWith('-l me -- box docker system dial-stdio')) process.exit(9);
process.stdin.pipe(socket).pipe(process.stdout);
socket.on('close', () => process.exit());
`,
    );
    await chmod(path.join(bin, 'ssh'), 0o755);
    const before = { PATH: process.env.PATH, TEST_SOCKET: process.env.TEST_SOCKET };
    Object.assign(process.env, { PATH: `${bin}:${process.env.PATH}`, TEST_SOCKET: theDaemon().socketPath });
    try {
      const engine = await connectTo('ssh://me@box');
      const end = new AbortController();
      const events = await engine.events(end.signal);
      await theDaemon().docker('run', '--detach', '--init', '--name', 'over-ssh', 'busybox', 'sleep', 'infinity');
      for await (const event of events) if (event.action === 'start') break;
      const { items } = await engine.containers.list();
      const id = items.find(({ name }) => name === 'over-ssh')?.id ?? '';
      const session = await engine.openShell(id, end.signal);
      session.write('echo over $((40 + 2)); exit\n');
      let output = '';
      for await (const text of session.output) output += text;
      assert.match(output, /over 42/);
      end.abort();
      await assert.rejects(connectTo('ssh://other@box'), { kind: 'unreachable', message: /ssh ended with code 9/ });
    } finally {
      Object.assign(process.env, before);
    }
  });

  it('says that nobody is there', async () => {
    await assert.rejects(connectTo(`unix://${folder}/absent.sock`), { kind: 'unreachable', message: /ENOENT/ });
  });

  it('says that access is denied', async () => {
    const address = await serve('denied.sock', (socket) =>
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno'),
    );
    await assert.rejects(connectTo(address), { kind: 'denied' });
  });

  it('does not wait for ever for an engine that dies in the middle of an answer', async () => {
    const address = await serve('dying.sock', (socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"ApiVersion":');
        setTimeout(() => socket.destroy(), 50);
      });
    });
    await assert.rejects(connectTo(address), { kind: 'unreachable', message: /closed the connection/ });
  });

  it('does not take everything that answers for an engine', async () => {
    const address = await serve('web.sock', (socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'),
    );
    await assert.rejects(connectTo(address), { kind: 'unreachable', message: /not a Docker Engine/ });
  });

  it('does not break on records with missing fields', async () => {
    const address = await serve('odd.sock', (socket) => {
      socket.on('data', (data) => {
        const body = String(data).includes('/version')
          ? '{"ApiVersion":"1.41"}'
          : '[{"Names":["/no-id"]},{"Id":"whole"}]';
        socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
      });
    });
    const { items, problems } = await (await connectTo(address)).containers.list();
    assert.deepEqual(
      items.map(({ id }) => id),
      ['whole'],
    );
    assert.match(problems[0] ?? '', /"\/no-id".* has no 'Id'/);
  });

  it('asks a real registry for tags', async () => {
    const registry = await startRegistry();
    try {
      await theDaemon().docker('tag', 'busybox:latest', `${registry.address}/team/app:1.5`);
      await theDaemon().docker('push', `${registry.address}/team/app:1.5`);
      assert.deepEqual(await registryTags(`${registry.address}/team/app`, fetch, never), ['1.5']);
      assert.equal(await registryTags(`${registry.address}/team/absent`, fetch, never), undefined);
    } finally {
      await registry.stop();
    }
  });
});
