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
  let run: string | undefined;
  let shown: LogEntry['kind'] | undefined;
  for (;;) {
    const record = await callFor(() => docker.getContainer(name).inspect());
    if (record && run !== runOf(record)) {
      if (run !== undefined) yield { kind: 'started' };
      const tail = run === undefined && last === '' ? earlierLines : undefined;
      run = runOf(record);
      shown = 'started';
      for await (const line of await open(docker, record, last, tail, signal)) {
        // `since` is inclusive, and knows no parts of a second with some logging drivers.
        if (line.time !== '' && line.time <= last) continue;
        last = line.time || last;
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
): Promise<AsyncIterable<Extract<LogEntry, { kind: 'line' }>>> {
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
  return timed(record.Config.Tty ? lines(output) : framedLines(frames(output)));
}

/** The lines of both outputs in the order of their ends. */
async function* framedLines(output: AsyncIterable<Chunk>): AsyncGenerator<string> {
  const rest = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  for await (const { source, data } of output) {
    let start = 0;
    for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10, start)) {
      yield Buffer.concat([rest[source], data.subarray(start, end)]).toString('utf8');
      rest[source] = Buffer.alloc(0);
      start = end + 1;
    }
    rest[source] = Buffer.concat([rest[source], data.subarray(start)]);
  }
  for (const last of [rest.stdout, rest.stderr]) if (last.length > 0) yield last.toString('utf8');
}

async function* timed(output: AsyncIterable<string>): AsyncGenerator<Extract<LogEntry, { kind: 'line' }>> {
  for await (const line of output) {
    const [, stamp, text] = /^(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)) ?(.*)$/s.exec(line) ?? [];
    yield { kind: 'line', time: stamp === undefined ? '' : inUtc(stamp), text: text ?? line };
  }
}

/** `2026-01-02T03:04:05.000000006Z`, always with nine digits. */
function inUtc(stamp: string): string {
  const fraction = (/\.(\d+)/.exec(stamp)?.[1] ?? '').padEnd(9, '0');
  const milliseconds = Date.parse(stamp.replace(/\.\d+/, ''));
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

const ignored = /^(exec_|attach|detach|top|resize|export|archive-path|extract-to-dir|health_status)/;
