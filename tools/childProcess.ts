/** Starting programs, showing that long ones are alive, and ending exactly what was started. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a finished program ended: its exit code (`null` after a signal) and what it printed on both streams. */
export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the program and its children get SIGTERM, and 15 s later SIGKILL. */
  readonly timeout?: number;
  /** Whether to print its output as it comes, instead of only collecting it. */
  readonly show?: boolean;
  /** What the program is doing, in words; repeated every 15 s with the seconds gone by while it runs. */
  readonly doing?: string;
}

/** Runs a program to its end. Never rejects: a program that cannot be started ends with code 127 and the reason as output. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  let output = '';
  const take = (chunk: Buffer): void => {
    output += chunk;
    if (options.show) process.stdout.write(chunk);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const started = Date.now();
  const beat = setInterval(() => {
    if (options.doing) say(`${options.doing} (${Math.round((Date.now() - started) / 1000)} s so far)`);
  }, 15_000);
  const limits = options.timeout ? [setTimeout(stopLate, options.timeout)] : [];
  const release = onExit(() => killGroup(child, 'SIGTERM'));
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output };
  } catch (error) {
    return { code: 127, output: `${command}: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    clearInterval(beat);
    for (const limit of limits) clearTimeout(limit);
    release();
  }

  function stopLate(): void {
    take(Buffer.from(`\nstopped after ${options.timeout} ms\n`));
    killGroup(child, 'SIGTERM');
    limits.push(setTimeout(() => killGroup(child, 'SIGKILL'), 15_000));
  }
}

/** As `run`, but rejects with the last lines of output when the program does not end with code 0. */
export async function runOrThrow(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}:\n${lastLines(output, 15)}`);
  return output;
}

/** A program that runs until it is stopped. */
export interface Service {
  readonly pid: number;
  /** What it printed so far, its last 64 KiB. */
  output(): string;
  /** Whether it still runs. */
  running(): boolean;
  /** Resolves when it ended, however it came to that. */
  readonly ended: Promise<void>;
  /** Ends it and what it started: SIGTERM, then SIGKILL after `grace` milliseconds. Resolves once it is gone. */
  stop(grace?: number): Promise<void>;
}

/** Starts a program that is to run on. It is killed when this process exits. Rejects when it cannot be started. */
export async function startService(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<Service> {
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-65_536);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  await once(child, 'spawn');
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${command} has no process id`);
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  const release = onExit(() => killGroup(child, 'SIGKILL'));
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      release();
      resolve();
    });
  });
  return {
    pid,
    ended,
    output: () => output,
    running,
    async stop(grace = 10_000) {
      if (running()) {
        killGroup(child, 'SIGTERM');
        const hard = setTimeout(() => killGroup(child, 'SIGKILL'), grace);
        await ended;
        clearTimeout(hard);
      }
      killGroup(child, 'SIGKILL');
      release();
    },
  };
}

/** Resolves with the first value of `probe` that is not `undefined`; rejects after `timeout` milliseconds, naming `what`. */
export async function waitFor<T>(what: string, timeout: number, probe: () => Promise<T | undefined> | T | undefined) {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const value = await probe();
      if (value !== undefined) return value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${timeout} ms`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Whether there is a process with this id. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The last `count` lines of a text. */
export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** One line of progress. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

const cleanups = new Set<() => void>();
let listening = false;

/** Runs `cleanup` when this process exits, by itself or by a signal. Returns what takes that back. */
export function onExit(cleanup: () => void): () => void {
  if (!listening) {
    listening = true;
    process.once('exit', () => {
      for (const each of cleanups) each();
    });
    // The default action of a signal skips the listeners of 'exit'. Who listens to signals ends the process themselves.
    if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit(143));
    if (process.listenerCount('SIGINT') === 0) process.once('SIGINT', () => process.exit(130));
  }
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}
