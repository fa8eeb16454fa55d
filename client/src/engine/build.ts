import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type Dockerode from 'dockerode';
import { packContext } from './buildContext.ts';
import { type BuildEvent, buildEvents } from './buildProgress.ts';
import { openBuildSession } from './buildSession.ts';
import { call } from './call.ts';
import { chunks, jsonLines } from './streams.ts';
import { type EngineVersion, speaks } from './system.ts';

/** What is built from a Dockerfile. Paths are absolute. */
export interface BuildOptions {
  readonly folder: string;
  readonly dockerfile: string;
  /** `name` or `name:tag`. */
  readonly tag: string;
  /** Stage to stop at. */
  readonly target?: string;
}

/**
 * Builds an image: with BuildKit where the engine has it, else with its classic builder. Ends early, without an error,
 * when the signal aborts. @throws EngineError
 */
export async function* build(
  docker: Dockerode,
  engine: EngineVersion,
  options: BuildOptions,
  signal: AbortSignal,
): AsyncGenerator<BuildEvent> {
  const session = hasBuildKit(engine) ? await openBuildSession(docker) : undefined;
  try {
    const { archive, dockerfile } = await call(() => packContext(options.folder, options.dockerfile, signal));
    const query = {
      t: options.tag,
      dockerfile,
      rm: true,
      ...(options.target !== undefined && { target: options.target }),
      // As a number: for the text '2', dockerode would open a session of its own and leave it open.
      ...(session && { version: 2, session: session.id }),
      abortSignal: signal,
    };
    const zipped = createGzip();
    pipeline(archive, zipped, () => undefined);
    const answer = await call(() => docker.buildImage(zipped, query as unknown as Dockerode.ImageBuildOptions));
    yield* buildEvents(jsonLines(chunks(Readable.from(answer), signal)));
  } finally {
    session?.close();
  }
}

function hasBuildKit(engine: EngineVersion): boolean {
  return engine.product === 'Docker' && engine.os === 'linux' && speaks(engine, '1.39');
}
