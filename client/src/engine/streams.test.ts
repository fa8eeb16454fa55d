import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { chunks, frames, jsonLines, lines } from './streams.ts';

const never = new AbortController().signal;

async function* pieces(...parts: readonly (string | Buffer)[]) {
  for (const part of parts) yield Buffer.from(part);
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const result: T[] = [];
  for await (const value of values) result.push(value);
  return result;
}

function frame(source: 1 | 2, text: string): Buffer {
  const header = Buffer.from([source, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

describe('streams', () => {
  it('give lines wherever the pieces are cut, also inside a letter', async () => {
    const text = Buffer.from('één\ntwee\n\ndrie');
    for (let cut = 0; cut <= text.length; cut++) {
      assert.deepEqual(await all(lines(pieces(text.subarray(0, cut), text.subarray(cut)))), [
        'één',
        'twee',
        '',
        'drie',
      ]);
    }
  });

  it('give JSON by lines and leave out what is none', async () => {
    assert.deepEqual(await all(jsonLines(pieces('{"a":1}\n\n{"b"', ':2}\n{"half":'))), [{ a: 1 }, { b: 2 }]);
  });

  it('give frames wherever the pieces are cut', async () => {
    const whole = Buffer.concat([frame(1, 'out'), frame(2, 'error'), frame(1, ''), frame(1, 'x')]);
    for (let cut = 0; cut <= whole.length; cut++) {
      const text: Record<string, string> = { stdout: '', stderr: '' };
      for await (const { source, data } of frames(pieces(whole.subarray(0, cut), whole.subarray(cut))))
        text[source] += String(data);
      assert.deepEqual(text, { stdout: 'outx', stderr: 'error' });
    }
  });

  it('end without an error when their signal aborts', async () => {
    const end = new AbortController();
    const stream = new Readable({ read() {} });
    stream.push('a');
    const reading = all(chunks(stream, end.signal));
    end.abort();
    stream.destroy(new Error('aborted'));
    assert.deepEqual(await reading, []);
  });

  it('fail as an unreachable engine when they break off', async () => {
    const stream = new Readable({ read() {} });
    stream.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    await assert.rejects(all(chunks(stream, never)), { kind: 'unreachable' });
  });
});
