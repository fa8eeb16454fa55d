/** Streams of the engine as async iterables that end, without an error, when their signal aborts. */
import { StringDecoder } from 'node:string_decoder';
import { toEngineError } from './errors.ts';

/** A piece of a container's output. */
export interface Chunk {
  readonly source: 'stdout' | 'stderr';
  readonly data: Buffer;
}

/** The pieces of a stream as they come. @throws EngineError when the stream breaks off. */
export async function* chunks(stream: AsyncIterable<unknown>, signal: AbortSignal): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) {
      if (signal.aborted) return;
      yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    }
  } catch (error) {
    if (!signal.aborted) throw toEngineError(error);
  }
}

/** The lines of a text stream, without their ends; the last one also when nothing ends it. */
export async function* lines(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const parts = decoder.write(chunk).split('\n');
    parts[0] = rest + (parts[0] ?? '');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

/** One JSON value per line; lines that are not JSON are left out. */
export async function* jsonLines(stream: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  for await (const line of lines(stream)) {
    try {
      yield JSON.parse(line);
    } catch {
      // A half line at the end of a broken connection, or an empty one.
    }
  }
}

/** Takes apart the frames in which the engine sends the two outputs of a container without a terminal. */
export async function* frames(stream: AsyncIterable<Buffer>): AsyncGenerator<Chunk> {
  let source: Chunk['source'] = 'stdout';
  let left = 0;
  let header = Buffer.alloc(0);
  for await (const chunk of stream) {
    let rest = chunk;
    while (rest.length > 0) {
      if (left > 0) {
        const data = rest.subarray(0, left);
        left -= data.length;
        rest = rest.subarray(data.length);
        yield { source, data };
        continue;
      }
      const missing = headerLength - header.length;
      header = Buffer.concat([header, rest.subarray(0, missing)]);
      rest = rest.subarray(missing);
      if (header.length < headerLength) continue;
      source = header[0] === 2 ? 'stderr' : 'stdout';
      left = header.readUInt32BE(4);
      header = Buffer.alloc(0);
    }
  }
}

const headerLength = 8;
