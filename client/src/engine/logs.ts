import type Dockerode from 'dockerode';
import { call, callFor } from './call.ts';
import { EngineError } from './errors.ts';
import { type EngineEvent, events } from './events.ts';
import { type Chunk, chunks, frames, lines } from './streams.ts';

/** What a follower of a container's output gets to see. */
export type LogEntry =
  | {
      readonly kind: 'line';
      readonly text: string;
      /** RFC 3339 in UTC with nanoseconds, so that it sorts as text; empty when the engine gave none. */
      readonly time: string;
    }
  | { readonly kind: 'started' }
  /** The container ended, or was never started; the log goes on when it starts. */
  | { readonly kind: 'stopped'; readonly exitCode: number | undefined }
  /** The container was removed; the log goes on when one of the same name starts. */
  | { readonly kind: 'removed' };

/** Lines that are shown from before the following began. */
const earlierLines = 1000;

/**
 * The output of a container, for as long as the signal lets it: over stops, restarts and re-creation under the same
 * name. `after`, the time of a line, leaves out everything up to it. @throws EngineError when the engine goes away.
 */
export async function* followLogs(
  docker: Dockerode,
  name: string,
  signal: AbortSignal,
  after = '',
): AsyncGenerator<LogEntry> {
  const changed = pulse(await events(docker, signal, name), signal);
  let last = after;
  /** How many lines have the time `last`: some engines know only whole seconds. */
  let count = after === '' ? 0 : Number.POSITIVE_INFINITY;
  let run: string | undefined;
  let shown: LogEntry['kind'] | undefined;
  for (;;) {
    const record = await callFor(() => docker.getContainer(name).inspect());
    if (record && run !== runOf(record)) {
      if (run !== undefined) yield { kind: 'started' };
      const tail = run === undefined && last === '' ? earlierLines : undefined;
      run = runOf(record);
      shown = 'started';
      const begin = last;
      let shownBefore = count;
      for await (const line of await open(docker, record, begin, tail, signal)) {
        // `since` is inclusive, and of whole seconds with some logging drivers.
        if (line.time !== '' && line.time < begin) continue;
        if (line.time === begin && shownBefore-- > 0) continue;
        // The two outputs may be a little out of order.
        if (line.time > last) {
          last = line.time;
          count = 0;
        }
        if (line.time === last) count++;
        yield line;
      }
    } else {
      const now = stateOf(record);
      if (now && now.kind !== shown) yield now;
      shown = now?.kind ?? shown;
      if (!(await changed())) {
        if (signal.aborted) return;
        throw new EngineError('unreachable', 'The engine closed the connection.');
      }
    }
    if (signal.aborted) return;
  }
}

/** Tells apart the runs of all containers that have the name one after the other. */
function runOf(record: Dockerode.ContainerInspectInfo): string {
  return `${record.Id} ${record.State.StartedAt}`;
}

function stateOf(record: Dockerode.ContainerInspectInfo | undefined): LogEntry | undefined {
  if (!record) return { kind: 'removed' };
  if (record.State.Running) return undefined;
  return { kind: 'stopped', exitCode: record.State.Status === 'created' ? undefined : record.State.ExitCode };
}

async function open(
  docker: Dockerode,
  record: Dockerode.ContainerInspectInfo,
  after: string,
  tail: number | undefined,
  signal: AbortSignal,
): Promise<AsyncIterable<Line>> {
  const options = {
    follow: true as const,
    stdout: true,
    stderr: true,
    timestamps: true,
    ...(after !== '' && { since: unixTime(after) }),
    ...(tail !== undefined && { tail }),
    abortSignal: signal,
  };
  const stream = await call(() => docker.getContainer(record.Id).logs(options));
  const output = chunks(stream, signal);
  return record.Config.Tty ? terminalLines(lines(output)) : framedLines(frames(output));
}

type Line = Extract<LogEntry, { kind: 'line' }>;

/**
 * The lines of both outputs in the order of their ends. A frame holds a line, or a part of one that is longer than the
 * engine's 16 KiB, and every part has a time of its own.
 */
async function* framedLines(output: AsyncIterable<Chunk>): AsyncGenerator<Line> {
  const begun = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  for await (const { source, data } of output) {
    for (let start = 0; start < data.length; ) {
      const newline = data.indexOf(10, start);
      const end = newline < 0 ? data.length : newline;
      const stamp = stampAt(data, start);
      begun[source].push(data.subarray(start + stamp.length, end));
      start = end + 1;
      if (newline < 0) continue;
      yield { kind: 'line', time: inUtc(stamp), text: Buffer.concat(begun[source]).toString('utf8') };
      begun[source] = [];
    }
  }
}

/** The lines of a terminal, which has one output and no frames. */
async function* terminalLines(output: AsyncIterable<string>): AsyncGenerator<Line> {
  for await (const line of output) {
    const stamp = stampAt(Buffer.from(line.slice(0, longestStamp)), 0);
    yield { kind: 'line', time: inUtc(stamp), text: line.slice(stamp.length) };
  }
}

const longestStamp = 40;

/** The time at the beginning of a line, with the space behind it; empty when there is none. */
function stampAt(data: Buffer, start: number): string {
  const text = data.toString('latin1', start, start + longestStamp);
  return /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) /.exec(text)?.[0] ?? '';
}

/** `2026-01-02T03:04:05.000000006Z`, always with nine digits. */
function inUtc(stamp: string): string {
  if (stamp === '') return '';
  const fraction = (/\.(\d+)/.exec(stamp)?.[1] ?? '').padEnd(9, '0');
  const milliseconds = Date.parse(stamp.trim().replace(/\.\d+/, ''));
  return `${new Date(milliseconds).toISOString().slice(0, 19)}.${fraction}Z`;
}

/** Seconds since 1970 with their fraction, as text because a number would lose digits. */
function unixTime(utc: string): string {
  return `${Date.parse(`${utc.slice(0, 19)}Z`) / 1000}.${utc.slice(20, 29)}`;
}

/**
 * A function that waits until there have been events since it was called last, and answers `false` when the stream is
 * over. The events are taken as they come, so that none waits in a socket.
 */
function pulse(stream: AsyncIterable<EngineEvent>, signal: AbortSignal): () => Promise<boolean> {
  let news = false;
  let over = false;
  let wake: () => void = () => undefined;
  const read = async () => {
    for await (const event of stream) {
      if (ignored.test(event.action)) continue;
      news = true;
      wake();
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => {
      over = true;
      wake();
    });
  return async () => {
    while (!news && !over && !signal.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const answer = news && !signal.aborted;
    news = false;
    return answer;
  };
}

const ignored = /^(exec|attach|detach|top|resize|export|archive-path|extract-to-dir|health_status)/;
