/**
 * The session that BuildKit wants with every build: a gRPC server on our end of a connection that we opened. It offers
 * nothing but its health; BuildKit then pulls public images by itself.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type ServerHttp2Stream } from 'node:http2';
import type { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import { call } from './call.ts';

export interface BuildSession {
  readonly id: string;
  close(): void;
}

interface Modem {
  dial(options: object, callback: (error: unknown, socket: Duplex) => void): void;
}

/** @throws EngineError when the engine has no BuildKit. */
export async function openBuildSession(docker: Dockerode): Promise<BuildSession> {
  const id = randomUUID();
  const request = {
    method: 'POST',
    path: '/session',
    hijack: true,
    headers: {
      Upgrade: 'h2c',
      'X-Docker-Expose-Session-Uuid': id,
      'X-Docker-Expose-Session-Name': 'dockwright',
      'X-Docker-Expose-Session-Grpc-Method': healthCheck,
    },
    statusCodes: { 200: true },
  };
  const socket = await call(
    () =>
      new Promise<Duplex>((resolve, reject) => {
        (docker.modem as Modem).dial(request, (error, answer) => (error ? reject(error) : resolve(answer)));
      }),
  );
  const server = createServer();
  server.on('stream', (stream, headers) => answer(stream, headers[':path'] === healthCheck));
  server.on('sessionError', () => undefined);
  socket.on('error', () => undefined);
  server.emit('connection', socket);
  return { id, close: () => socket.destroy() };
}

const healthCheck = '/grpc.health.v1.Health/Check';
const unimplemented = '12';

function answer(stream: ServerHttp2Stream, healthy: boolean): void {
  stream.on('error', () => undefined);
  stream.resume();
  const headers = { ':status': 200, 'content-type': 'application/grpc' };
  if (!healthy) {
    stream.respond({ ...headers, 'grpc-status': unimplemented }, { endStream: true });
    return;
  }
  stream.respond(headers, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  // Not compressed, two bytes long: field 1, `status`, is 1, `SERVING`.
  stream.end(Buffer.from([0, 0, 0, 0, 2, 0x08, 0x01]));
}
