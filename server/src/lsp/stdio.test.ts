import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { StreamReader, StreamWriter } from './stdio.ts';

function message(method: string): Message {
  return { jsonrpc: '2.0', method } as Message;
}

function framed(method: string, header = (length: number) => `Content-Length: ${length}`): string {
  const content = JSON.stringify(message(method));
  return `${header(Buffer.byteLength(content))}\r\n\r\n${content}`;
}

/** What comes out of a reader that gets these chunks. */
function read(...chunks: readonly (string | Buffer)[]): { methods: string[]; errors: string[] } {
  const input = new PassThrough();
  const reader = new StreamReader(input);
  const methods: string[] = [];
  const errors: string[] = [];
  reader.onError((error) => errors.push(error.message));
  reader.listen((received) => methods.push((received as { method?: string }).method ?? ''));
  for (const chunk of chunks) input.emit('data', Buffer.from(chunk));
  return { methods, errors };
}

describe('StreamReader', () => {
  it('reads messages that come together', () => {
    assert.deepEqual(read(framed('a') + framed('ü') + framed('c')), { methods: ['a', 'ü', 'c'], errors: [] });
  });

  it('reads messages wherever they are cut, inside a character too', () => {
    const bytes = Buffer.from(framed('a') + framed('ü€😀') + framed('c'));
    for (let at = 0; at <= bytes.length; at++) {
      const found = read(bytes.subarray(0, at), bytes.subarray(at));
      assert.deepEqual(found, { methods: ['a', 'ü€😀', 'c'], errors: [] }, `cut at ${at}`);
    }
    assert.deepEqual(read(...Array.from(bytes, (byte) => Buffer.of(byte))).methods, ['a', 'ü€😀', 'c']);
  });

  it('knows other fields and ways to write them', () => {
    const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8';
    const both = (length: number) => `${type}\r\ncontent-length:  ${length} `;
    assert.deepEqual(read(framed('a', both) + framed('b', (length) => `CONTENT-LENGTH:${length}\r\n${type}`)).methods, [
      'a',
      'b',
    ]);
  });

  it('tells what cannot be read, and reads on', () => {
    const broken = 'Content-Length: 3\r\n\r\n{,}';
    const { methods, errors } = read(`${framed('a')}${broken}${framed('b')}`);
    assert.deepEqual(methods, ['a', 'b']);
    assert.equal(errors.length, 1);
    assert.match(errors[0] ?? '', /JSON/);
    const length = read('Content-Type: x\r\n\r\nContent-Length: many\r\n\r\n', framed('c'));
    assert.deepEqual(length.methods, ['c']);
    assert.equal(length.errors.length, 2);
  });

  it('gives up waiting for the end of a header', () => {
    const { methods, errors } = read('x'.repeat(5000), framed('a'));
    assert.deepEqual(methods, ['a']);
    assert.deepEqual(errors, ['What was sent is no message: it has no header.']);
  });

  it('tells of what goes wrong where a message goes, and reads on', () => {
    const input = new PassThrough();
    const reader = new StreamReader(input);
    const errors: string[] = [];
    reader.onError((error) => errors.push(error.message));
    let count = 0;
    reader.listen(() => {
      count++;
      throw new Error('no');
    });
    input.emit('data', Buffer.from(framed('a') + framed('b')));
    assert.equal(count, 2);
    assert.deepEqual(errors, ['no', 'no']);
  });

  it('stops listening, and ends with its stream', async () => {
    const input = new PassThrough();
    const reader = new StreamReader(input);
    const methods: unknown[] = [];
    const closed = new Promise((resolve) => reader.onClose(() => resolve(undefined)));
    const listening = reader.listen((received) => methods.push(received));
    listening.dispose();
    input.emit('data', Buffer.from(framed('a')));
    assert.deepEqual(methods, []);
    input.destroy();
    await closed;
  });
});

describe('StreamWriter', () => {
  it('writes each message in one piece', async () => {
    const chunks: string[] = [];
    const output = new Writable({
      write(chunk, _, done) {
        chunks.push(String(chunk));
        done();
      },
    });
    const writer = new StreamWriter(output);
    await writer.write(message('a'));
    await writer.write(message('ü'));
    assert.deepEqual(chunks, [
      'Content-Length: 30\r\n\r\n{"jsonrpc":"2.0","method":"a"}',
      'Content-Length: 31\r\n\r\n{"jsonrpc":"2.0","method":"ü"}',
    ]);
  });

  it('is understood by the reader of the library, and keeps the order', async () => {
    const pipe = new PassThrough();
    const writer = new StreamWriter(pipe);
    const received = new Promise<string[]>((resolve) => {
      const methods: string[] = [];
      new StreamMessageReader(pipe).listen((each) => {
        methods.push((each as { method?: string }).method ?? '');
        if (methods.length === 3) resolve(methods);
      });
    });
    await Promise.all(['a', 'ü€😀', 'c'].map((method) => writer.write(message(method))));
    assert.deepEqual(await received, ['a', 'ü€😀', 'c']);
  });

  it('rejects and tells when nothing can be written', async () => {
    const output = new Writable({ write: (_chunk, _encoding, done) => done(new Error('full')) });
    const writer = new StreamWriter(output);
    const errors: [string, number | undefined][] = [];
    writer.onError(([error, , count]) => errors.push([error.message, count]));
    await assert.rejects(writer.write(message('a')), /full/);
    assert.deepEqual(errors[0], ['full', 1]);
  });

  it('ends with the stream that it writes to', async () => {
    const output = new PassThrough();
    const writer = new StreamWriter(output);
    const closed = new Promise((resolve) => writer.onClose(() => resolve(undefined)));
    writer.end();
    output.resume();
    output.destroy();
    await closed;
  });
});
