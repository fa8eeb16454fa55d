import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Share, ShareResult, Threads } from './share.ts';

/** More share their memory bus rather than their work. */
const MOST = 8;
/** MiB for objects that die young, which nearly all of a file's do. */
const YOUNG_GENERATION = 32;

/** Threads of Node that run the same program. */
export function threads(program: string): Threads {
  return {
    count: Math.min(os.availableParallelism(), MOST),
    lint: (share: Share) =>
      new Promise<ShareResult>((resolve, reject) => {
        const worker = new Worker(program, {
          workerData: share,
          resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
        });
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', (code) => reject(new Error(`A thread ended with code ${code} before its work was done.`)));
      }),
  };
}
