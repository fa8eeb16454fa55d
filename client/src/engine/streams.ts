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

/** Takes apart the frames in which the engine sends the two outputs of a container without a terminal, each whole. */
export async function* frames(stream: AsyncIterable<Buffer>): AsyncGenerator<Chunk> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    parts.push(chunk);
    size += chunk.length;
    // Joined only when a frame is complete, so that a large one in many pieces costs no more than its length.
    let missing = missingBytes(parts, size);
    while (missing === 0) {
      let rest = Buffer.concat(parts);
      while (rest.length >= headerLength && rest.length >= headerLength + rest.readUInt32BE(4)) {
        const end = headerLength + rest.readUInt32BE(4);
        yield { source: rest[0] === 2 ? 'stderr' : 'stdout', data: rest.subarray(headerLength, end) };
        rest = rest.subarray(end);
      }
      parts = rest.length === 0 ? [] : [rest];
      size = rest.length;
      missing = missingBytes(parts, size);
    }
  }
}

const headerLength = 8;

/** How many bytes the first frame lacks at least. */
function missingBytes(parts: readonly Buffer[], size: number): number {
  if (size < headerLength) return headerLength - size;
  const [first] = parts;
  const header = first && first.length >= headerLength ? first : Buffer.concat(parts);
  return Math.max(0, headerLength + header.readUInt32BE(4) - size);
}
