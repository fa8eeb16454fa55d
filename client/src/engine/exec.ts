import type { Duplex } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type Dockerode from 'dockerode';
import { call } from './call.ts';
import { EngineError } from './errors.ts';
import { chunks, frames } from './streams.ts';
import type { EngineVersion } from './system.ts';

/** A program with a terminal, in a container. */
export interface TerminalSession {
  /** What the program prints; ends with the program, or with the signal it was started with. */
  readonly output: AsyncIterable<string>;
  write(input: string): void;
  /** Tells the program the size of its window. Failing is harmless and not reported. */
  resize(columns: number, rows: number): Promise<void>;
  /** The program's exit code, once `output` has ended; `undefined` when the engine does not know. */
  exitCode(): Promise<number | undefined>;
}

/**
 * Starts the best shell of a running container: bash, else sh, else cmd in a Windows one.
 * @throws EngineError of kind `notFound` when the image has none.
 */
export async function openShell(
  docker: Dockerode,
  engine: EngineVersion,
  id: string,
  signal: AbortSignal,
): Promise<TerminalSession> {
  const container = docker.getContainer(id);
  const shell = engine.os === 'windows' ? 'cmd' : await findShell(container, signal);
  const exec = await call(() =>
    container.exec({
      Cmd: [shell],
      Env: ['TERM=xterm-256color'],
      Tty: true,
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
    }),
  );
  const stream = await call(() => exec.start({ hijack: true, stdin: true, Tty: true, abortSignal: signal }));
  return {
    ...terminal(stream, signal, (size) => exec.resize(size)),
    exitCode: () => call(async () => (await exec.inspect()).ExitCode ?? undefined),
  };
}

/** Connects to the terminal of a container that was made `interactive`. Do this before starting it. */
export async function attach(docker: Dockerode, id: string, signal: AbortSignal): Promise<TerminalSession> {
  const container = docker.getContainer(id);
  const options = { stream: true, hijack: true, stdin: true, stdout: true, stderr: true, abortSignal: signal };
  const stream = (await call(() => container.attach(options))) as Duplex;
  // Asked for now, because a container that is removed when it is done answers no questions afterwards.
  const exit = container.wait({ condition: 'next-exit', abortSignal: signal }).then(
    (answer: { StatusCode?: number }) => answer.StatusCode,
    () => undefined,
  );
  return { ...terminal(stream, signal, (size) => container.resize(size)), exitCode: () => exit };
}

function terminal(
  stream: Duplex,
  signal: AbortSignal,
  setSize: (size: { h: number; w: number }) => Promise<unknown>,
): Omit<TerminalSession, 'exitCode'> {
  stream.on('error', () => undefined);
  signal.addEventListener('abort', () => stream.destroy(), { once: true });
  return {
    output: decoded(chunks(stream, signal)),
    write: (input) => void stream.write(input),
    async resize(columns, rows) {
      // The engine refuses until the program has really started.
      for (let attempt = 0; attempt < 10 && !signal.aborted; attempt++) {
        try {
          await setSize({ w: columns, h: rows });
          return;
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 20 * (attempt + 1)));
        }
      }
    },
  };
}

async function* decoded(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  for await (const chunk of stream) yield decoder.write(chunk);
}

async function findShell(container: Dockerode.Container, signal: AbortSignal): Promise<string> {
  const exec = await call(() =>
    container.exec({
      Cmd: ['sh', '-c', 'command -v bash || true'],
      AttachStdout: true,
      AttachStderr: true,
    }),
  );
  let output = '';
  try {
    const stream = await call(() => exec.start({ hijack: false, stdin: false, abortSignal: signal }));
    for await (const { data } of frames(chunks(stream, signal))) output += data.toString('utf8');
  } catch (error) {
    if (error instanceof EngineError && isNoProgram(error.message)) throw noShell();
    throw error;
  }
  const { ExitCode: code } = await call(() => exec.inspect());
  if (code === 0) return output.trim() === '' ? 'sh' : 'bash';
  if (code === 126 || code === 127 || isNoProgram(output)) throw noShell();
  throw new EngineError('server', output.trim() || `The shell ended with code ${code}.`);
}

function isNoProgram(message: string): boolean {
  return /executable file not found|no such file or directory|not found in/i.test(message);
}

function noShell(): EngineError {
  return new EngineError(
    'notFound',
    'The image of this container has no shell, as is usual for distroless and scratch images.',
  );
}
