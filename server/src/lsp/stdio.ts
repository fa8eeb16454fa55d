import type { Readable, Writable } from 'node:stream';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';

// The protocol over streams, as the base protocol of LSP 3.17 has it. Those of the library do the same in many small
// asynchronous steps, which at every keystroke take longer than parsing a short file does.

/** Longest header that is waited for, in bytes; it holds two short fields. */
const MAXIMUM_HEADER = 4096;
const END_OF_HEADER = '\r\n\r\n';

/** Reads messages from a stream. Takes linear time however they are cut into chunks. */
export class StreamReader extends AbstractMessageReader implements MessageReader {
  private readonly input: Readable;
  private chunks: Buffer[] = [];
  private length = 0;
  /** Bytes that have to be there before there is something to do. */
  private needed = 1;

  constructor(input: Readable) {
    super();
    this.input = input;
    input.on('error', (error) => this.fireError(error));
    input.on('close', () => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    const add = (chunk: Buffer) => this.add(chunk, callback);
    this.input.on('data', add);
    return { dispose: () => this.input.off('data', add) };
  }

  private add(chunk: Buffer, callback: DataCallback): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
    if (this.length < this.needed) return;
    const data = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks);
    let position = 0;
    this.needed = 0;
    while (this.needed === 0) {
      const endOfHeader = data.indexOf(END_OF_HEADER, position, 'latin1');
      if (endOfHeader === -1) {
        if (data.length - position > MAXIMUM_HEADER) {
          this.fireError(new Error('What was sent is no message: it has no header.'));
          position = data.length;
        }
        this.needed = data.length - position + 1;
        break;
      }
      const start = endOfHeader + END_OF_HEADER.length;
      const size = contentLength(data.toString('latin1', position, endOfHeader));
      if (size === undefined) {
        this.fireError(new Error('The header of a message has no Content-Length that is a number.'));
        position = start;
      } else if (start + size > data.length) this.needed = start + size - position;
      else {
        position = start + size;
        this.deliver(data.toString('utf8', start, position), callback);
      }
    }
    this.chunks = position < data.length ? [data.subarray(position)] : [];
    this.length = data.length - position;
  }

  private deliver(content: string, callback: DataCallback): void {
    try {
      callback(JSON.parse(content));
    } catch (error) {
      this.fireError(error);
    }
  }
}

function contentLength(header: string): number | undefined {
  const digits = /^content-length:[ \t]*(\d+)[ \t]*$/im.exec(header)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Writes each message in one piece, so that the client wakes up once. */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly output: Writable;
  private failures = 0;

  constructor(output: Writable) {
    super();
    this.output = output;
    output.on('error', (error) => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  /** Rejects when the message cannot be written. */
  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const content = JSON.stringify(message);
      const header = `Content-Length: ${Buffer.byteLength(content)}${END_OF_HEADER}`;
      this.output.write(header + content, (error) => {
        if (!error) {
          resolve();
          return;
        }
        this.fireError(error, message, ++this.failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.output.end();
  }
}
