// A minimal JSON-RPC client over a child process's stdio, in the base protocol
// framing of the Language Server Protocol. Every message is time-stamped when
// its last byte arrives, before it is parsed, so the client's own JSON work is
// not charged to the server.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const SEPARATOR = Buffer.from('\r\n\r\n');

class FrameReader {
  #chunks = [];
  #size = 0;
  #bodyLength = -1;

  /** Adds bytes; returns the bodies they completed. */
  push(chunk) {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const bodies = [];
    for (;;) {
      if (this.#bodyLength < 0) {
        const buffer = this.#joined();
        const end = buffer.indexOf(SEPARATOR);
        if (end < 0) return bodies;
        const length = /content-length:\s*(\d+)/i.exec(buffer.toString('latin1', 0, end));
        if (!length) throw new Error(`bad header: ${buffer.toString('latin1', 0, end)}`);
        this.#bodyLength = Number(length[1]);
        this.#keep(buffer.subarray(end + SEPARATOR.length));
      }
      if (this.#size < this.#bodyLength) return bodies;
      const buffer = this.#joined();
      bodies.push(buffer.subarray(0, this.#bodyLength));
      this.#keep(buffer.subarray(this.#bodyLength));
      this.#bodyLength = -1;
    }
  }

  #joined() {
    if (this.#chunks.length !== 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0];
  }

  #keep(rest) {
    this.#chunks = [rest];
    this.#size = rest.length;
  }
}

export class RpcError extends Error {
  constructor({ code, message, data }) {
    super(`${message} (${code})`);
    this.code = code;
    this.data = data;
  }
}

export class RpcTimeout extends Error {}

export class RpcProcess {
  #pending = new Map();
  #nextId = 1;
  #reader = new FrameReader();
  #log = [];

  /**
   * @param {string[]} command program and arguments
   * @param {object} handlers
   *   onNotification(method, params, arrivedAt)
   *   onRequest(method, params): the result, or undefined for "method not found"
   */
  constructor(command, { cwd, onNotification, onRequest }) {
    this.onNotification = onNotification;
    this.onRequest = onRequest;
    this.spawnedAt = performance.now();
    this.child = spawn(command[0], command.slice(1), { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stdout.on('data', (chunk) => this.#receive(chunk));
    this.child.stderr.on('data', (chunk) => {
      this.#log.push(chunk.toString());
      if (this.#log.length > 50) this.#log.shift();
    });
    this.child.stdin.on('error', () => {}); // The exit is reported below.
    this.exited = new Promise((resolve) => {
      this.child.once('error', (error) => resolve(this.#end(error)));
      this.child.once('exit', (code, signal) => resolve(this.#end(new Error(`server exited (${signal ?? code})`))));
    });
  }

  get pid() {
    return this.child.pid;
  }

  /** The last lines the server wrote on stderr. */
  get log() {
    return this.#log.join('');
  }

  /** Resolves to { result, at, ms }; rejects on an error reply, a timeout or the server's exit. */
  request(method, params, timeoutMs = 60_000) {
    const id = this.#nextId++;
    const body = JSON.stringify({ jsonrpc: '2.0', id, method, params });
    const promise = new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new RpcTimeout(`no reply to ${method} in ${timeoutMs} ms`));
      }, timeoutMs);
      this.#pending.set(id, { resolve, reject, timer, sentAt: performance.now() });
      this.#write(body);
    });
    promise.id = id;
    return promise;
  }

  /** Returns the time of the write. */
  notify(method, params) {
    const body = JSON.stringify({ jsonrpc: '2.0', method, params });
    const at = performance.now();
    this.#write(body);
    return at;
  }

  kill() {
    if (!this.ended) this.child.kill('SIGKILL');
  }

  #write(body) {
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk) {
    const at = performance.now();
    for (const body of this.#reader.push(chunk)) {
      const message = JSON.parse(body.toString('utf8'));
      if (message.method === undefined) this.#settle(message, at);
      else if (message.id === undefined) this.onNotification(message.method, message.params, at);
      else this.#answer(message);
    }
  }

  #settle({ id, result, error }, at) {
    const entry = this.#pending.get(id);
    if (!entry) return;
    this.#pending.delete(id);
    clearTimeout(entry.timer);
    if (error) entry.reject(new RpcError(error));
    else entry.resolve({ result, at, ms: at - entry.sentAt });
  }

  #answer({ id, method, params }) {
    const result = this.onRequest(method, params);
    const reply = result === undefined ? { error: { code: -32601, message: `not supported: ${method}` } } : { result };
    this.#write(JSON.stringify({ jsonrpc: '2.0', id, ...reply }));
  }

  #end(error) {
    this.ended ??= error;
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer);
      reject(this.ended);
    }
    this.#pending.clear();
  }
}
