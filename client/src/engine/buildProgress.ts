/** The engine's answer to a build, as text for a terminal; both builders. */
import protobuf from 'protobufjs/light.js';
import { inner, type Json, object, optionalText, text } from './decode.ts';
import { EngineError } from './errors.ts';

export type BuildEvent =
  /** Text for a terminal, with `\n` for line ends and colours. */
  | { readonly kind: 'text'; readonly text: string }
  /** The build is done. */
  | { readonly kind: 'image'; readonly id: string };

/** Decodes the lines of a build's answer. @throws EngineError with the builder's own words when the build fails. */
export async function* buildEvents(values: AsyncIterable<unknown>): AsyncGenerator<BuildEvent> {
  const steps = new Steps();
  const shown = new Map<string, string>();
  for await (const value of values) {
    const record = object(value, 'line of the build');
    const error = optionalText(inner(record, 'errorDetail'), 'message') ?? optionalText(record, 'error');
    if (error) throw new EngineError('server', error);
    const image = optionalText(inner(record, 'aux'), 'ID');
    if (image) yield { kind: 'image', id: image };
    else if (record.id === 'moby.buildkit.trace') yield* textEvents(steps.read(text(record, 'aux')));
    else if ('stream' in record) yield* textEvents(text(record, 'stream'));
    else if ('status' in record) yield* textEvents(statusLine(record, shown));
  }
}

function* textEvents(output: string): Generator<BuildEvent> {
  if (output !== '') yield { kind: 'text', text: output };
}

/** A line of the pull of a base image, each phase of a layer once. */
function statusLine(record: Json, shown: Map<string, string>): string {
  const id = text(record, 'id');
  const status = text(record, 'status');
  if (shown.get(id) === status) return '';
  shown.set(id, status);
  return id === '' ? `${status}\n` : `${id}: ${status}\n`;
}

interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly cached: boolean;
  readonly started?: Timestamp;
  readonly completed?: Timestamp;
  readonly error: string;
}

interface Timestamp {
  readonly seconds: number;
  readonly nanos: number;
}

interface Status {
  readonly vertexes: readonly Vertex[];
  readonly logs: readonly { readonly vertex: string; readonly msg: Uint8Array }[];
  readonly warnings: readonly { readonly short: Uint8Array }[];
}

/** The parts of `moby.buildkit.v1.StatusResponse` that are shown; field numbers from BuildKit's control.proto. */
const statusResponse = protobuf.Root.fromJSON({
  nested: {
    StatusResponse: {
      fields: {
        vertexes: { rule: 'repeated', type: 'Vertex', id: 1 },
        logs: { rule: 'repeated', type: 'Log', id: 3 },
        warnings: { rule: 'repeated', type: 'Warning', id: 4 },
      },
    },
    Vertex: {
      fields: {
        digest: { type: 'string', id: 1 },
        name: { type: 'string', id: 3 },
        cached: { type: 'bool', id: 4 },
        started: { type: 'Timestamp', id: 5 },
        completed: { type: 'Timestamp', id: 6 },
        error: { type: 'string', id: 7 },
      },
    },
    Log: { fields: { vertex: { type: 'string', id: 1 }, msg: { type: 'bytes', id: 4 } } },
    Warning: { fields: { short: { type: 'bytes', id: 3 } } },
    Timestamp: { fields: { seconds: { type: 'int64', id: 1 }, nanos: { type: 'int32', id: 2 } } },
  },
}).lookupType('StatusResponse');

/** BuildKit's steps, numbered in the order in which they begin; they run side by side, so every line names its own. */
class Steps {
  readonly #numbers = new Map<string, number>();
  readonly #done = new Set<string>();
  /** Output of a step that has not come to the end of its line. */
  readonly #rest = new Map<string, string>();

  /** What a status message, in base64, adds to the terminal. */
  read(message: string): string {
    const decoded = statusResponse.decode(Buffer.from(message, 'base64'));
    const status = statusResponse.toObject(decoded, { longs: Number, arrays: true, defaults: true }) as Status;
    return [
      ...status.vertexes
        .filter((vertex) => vertex.started && !this.#numbers.has(vertex.digest))
        .map((vertex) => this.#begin(vertex)),
      ...status.logs.map(({ vertex, msg }) => this.#print(vertex, Buffer.from(msg).toString('utf8'))),
      ...status.vertexes
        .filter((vertex) => vertex.completed && !this.#done.has(vertex.digest))
        .map((vertex) => this.#end(vertex)),
      ...status.warnings.map(({ short }) => `${yellow}warning: ${Buffer.from(short).toString('utf8')}${plain}\n`),
    ].join('');
  }

  #begin(vertex: Vertex): string {
    const number = this.#numbers.size + 1;
    this.#numbers.set(vertex.digest, number);
    return `${blue}#${number}${plain} ${bold}${vertex.name}${plain}\n`;
  }

  #print(digest: string, output: string): string {
    const parts = ((this.#rest.get(digest) ?? '') + output).split('\n');
    this.#rest.set(digest, parts.pop() ?? '');
    return parts.map((line) => `${this.#label(digest)}${line}\n`).join('');
  }

  #end(vertex: Vertex): string {
    this.#done.add(vertex.digest);
    const rest = this.#rest.get(vertex.digest);
    this.#rest.delete(vertex.digest);
    return `${rest ? `${this.#label(vertex.digest)}${rest}\n` : ''}${this.#label(vertex.digest)}${outcome(vertex)}\n`;
  }

  #label(digest: string): string {
    return `${blue}#${this.#numbers.get(digest) ?? 0}${plain} `;
  }
}

function outcome(vertex: Vertex): string {
  if (vertex.error !== '') return `${red}failed${plain}`;
  if (vertex.cached) return `${green}cached${plain}`;
  return `${green}done${plain} in ${(time(vertex.completed) - time(vertex.started)).toFixed(1)} s`;
}

function time(stamp: Timestamp | undefined): number {
  return stamp ? stamp.seconds + stamp.nanos / 1e9 : 0;
}

const plain = '\u001b[0m';
const bold = '\u001b[1m';
const red = '\u001b[31m';
const green = '\u001b[32m';
const yellow = '\u001b[33m';
const blue = '\u001b[34m';
