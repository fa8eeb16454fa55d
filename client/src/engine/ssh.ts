/** Connections through the user's own `ssh`, so that its configuration, keys, agent and jump hosts all work. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { Agent } from 'node:http';
import { Duplex } from 'node:stream';
import type { Transport } from './endpoint.ts';
import { EngineError } from './errors.ts';

type SshTransport = Extract<Transport, { kind: 'ssh' }>;

/** An HTTP agent whose connections are `ssh … docker system dial-stdio`, kept and used again. */
export function sshAgent(transport: SshTransport, program = 'ssh'): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, maxFreeSockets: 2 });
  Object.assign(agent, { createConnection: () => new StdioSocket(program, sshArguments(transport)) });
  return agent;
}

/** What `ssh` is told; nothing of the address can become an option. */
export function sshArguments(transport: SshTransport): readonly string[] {
  const remote = transport.socketPath === undefined ? [] : ['--host', `unix://${transport.socketPath}`];
  return [
    ...['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=10', '-T'],
    ...(transport.user === undefined ? [] : ['-l', transport.user]),
    ...(transport.port === undefined ? [] : ['-p', String(transport.port)]),
    ...['--', transport.host, 'docker', ...remote, 'system', 'dial-stdio'],
  ];
}

/** A child process's input and output in the shape of a socket. */
class StdioSocket extends Duplex {
  readonly #child: ChildProcessWithoutNullStreams;
  #complaint = '';

  constructor(program: string, args: readonly string[]) {
    super({ allowHalfOpen: true });
    this.#child = spawn(program, [...args], { stdio: 'pipe', windowsHide: true });
    this.#child.on('error', (error) => {
      this.destroy(new EngineError('unreachable', `'${program}' could not be started: ${error.message}`));
    });
    this.#child.stderr.on('data', (chunk) => {
      this.#complaint = (this.#complaint + String(chunk)).slice(-2000);
    });
    this.#child.stdin.on('error', () => undefined);
    this.#child.stdout.on('data', (chunk) => {
      if (!this.push(chunk)) this.#child.stdout.pause();
    });
    this.#child.on('close', (code) => {
      if (code) {
        const reason = this.#complaint.trim() || `ssh ended with code ${code}`;
        const denied = /permission denied/i.test(reason);
        this.destroy(new EngineError(denied ? 'denied' : 'unreachable', reason));
      } else {
        this.push(null);
        this.end();
      }
    });
  }

  override _read(): void {
    this.#child.stdout.resume();
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#child.stdin.write(chunk, encoding, done);
  }

  override _final(done: () => void): void {
    this.#child.stdin.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#child.kill();
    done(error);
  }

  // What Node's HTTP client asks of a socket and a pipe does not have.
  setKeepAlive(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }
  ref(): this {
    this.#child.ref();
    return this;
  }
  unref(): this {
    this.#child.unref();
    return this;
  }
}
