import { Writable } from 'node:stream';

/**
 * Hands each message of the protocol to a stream in one piece: it comes as a header and a content, and two writes would
 * wake the client twice.
 */
export class MessageStream extends Writable {
  private readonly target: Writable;
  private header: Buffer | undefined;

  constructor(target: Writable) {
    super();
    this.target = target;
    target.on('error', (error) => this.destroy(error));
    target.on('close', () => this.destroy());
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.header === undefined) {
      this.header = chunk;
      done();
      return;
    }
    const message = Buffer.concat([this.header, chunk]);
    this.header = undefined;
    this.target.write(message, done);
  }
}
