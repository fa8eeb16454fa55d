import './engine.ts';
import { homedir } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { disk } from './disk.ts';
import type { Io } from './io.ts';
import { absolutePath } from './paths.ts';
import { run } from './run.ts';
import { lintShare, type Share } from './share.ts';
import { threads } from './threads.ts';

const io: Io = {
  cwd: absolutePath(process.cwd(), '.'),
  environment: process.env,
  home: absolutePath('/', homedir()),
  files: disk,
  threads: threads(process.argv[1] ?? ''),
  isTerminal: process.stdout.isTTY === true,
  async stdin() {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  },
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

// Whoever reads the report may have seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

if (isMainThread) {
  // Not `process.exit`: what was written to a pipe has to get out first.
  void run(io, process.argv.slice(2)).then((exit) => {
    process.exitCode = exit;
  });
} else {
  // Only `threads` starts the program as a thread.
  void lintShare(io, workerData as Share).then((result) => parentPort?.postMessage(result));
}
