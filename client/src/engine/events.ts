import type Dockerode from 'dockerode';
import { call } from './call.ts';
import { inner, integer, object, text, textMap } from './decode.ts';
import { chunks, jsonLines } from './streams.ts';

/** Something that happened in the engine. */
export interface EngineEvent {
  /** `container`, `image`, `volume`, `network`, … */
  readonly type: string;
  /** `start`, `die`, `destroy`, `health_status: healthy`, … */
  readonly action: string;
  /** Id of the thing; for volumes, and for some image events, its name. */
  readonly id: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Nanoseconds since 1970, as text because numbers lose the last digits; empty when unknown. */
  readonly time: string;
}

/**
 * Subscribes to the engine's events, optionally of one container by id or name. Resolves once the engine has taken the
 * subscription, so that nothing that happens afterwards is missed.
 */
export async function events(
  docker: Dockerode,
  signal: AbortSignal,
  container?: string,
): Promise<AsyncIterable<EngineEvent>> {
  const filters: Dockerode.GetEventsOptions['filters'] =
    container === undefined ? {} : { type: ['container'], container: [container] };
  const stream = await call(() => docker.getEvents({ filters, abortSignal: signal }));
  return decode(jsonLines(chunks(stream, signal)));
}

async function* decode(values: AsyncIterable<unknown>): AsyncGenerator<EngineEvent> {
  for await (const value of values) {
    const record = object(value, 'event');
    const actor = inner(record, 'Actor');
    yield {
      type: text(record, 'Type'),
      action: text(record, 'Action') || text(record, 'status'),
      id: text(actor, 'ID') || text(record, 'id'),
      attributes: textMap(actor, 'Attributes'),
      time: String(integer(record, 'timeNano') ?? ''),
    };
  }
}
