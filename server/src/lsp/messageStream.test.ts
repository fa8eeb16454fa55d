import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { MessageStream } from './messageStream.ts';

describe('MessageStream', () => {
  it('writes each message in one piece', async () => {
    const chunks: string[] = [];
    const target = new Writable({
      write(chunk, _, done) {
        chunks.push(String(chunk));
        done();
      },
    });
    const writer = new StreamMessageWriter(new MessageStream(target));
    await writer.write({ jsonrpc: '2.0', method: 'a' } as never);
    await writer.write({ jsonrpc: '2.0', method: 'ü' } as never);
    assert.deepEqual(chunks, [
      'Content-Length: 30\r\n\r\n{"jsonrpc":"2.0","method":"a"}',
      'Content-Length: 31\r\n\r\n{"jsonrpc":"2.0","method":"ü"}',
    ]);
  });

  it('keeps messages that are written at once apart and in order', async () => {
    const pipe = new PassThrough();
    const writer = new StreamMessageWriter(new MessageStream(pipe));
    const received = new Promise<string[]>((resolve) => {
      const methods: string[] = [];
      new StreamMessageReader(pipe).listen((message) => {
        methods.push((message as { method?: string }).method ?? '');
        if (methods.length === 3) resolve(methods);
      });
    });
    await Promise.all(['a', 'b', 'c'].map((method) => writer.write({ jsonrpc: '2.0', method } as never)));
    assert.deepEqual(await received, ['a', 'b', 'c']);
  });

  it('ends with the stream that it writes to', async () => {
    const target = new PassThrough();
    const stream = new MessageStream(target);
    const closed = new Promise((resolve) => stream.on('close', resolve));
    target.destroy();
    await closed;
  });
});
