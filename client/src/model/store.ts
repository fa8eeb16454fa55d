/** The live state of the engine: listed once, then kept current by its events. Nothing is asked for periodically. */
import type { Container } from '../engine/containers.ts';
import type { Listing } from '../engine/decode.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError, toEngineError } from '../engine/errors.ts';
import type { EngineEvent } from '../engine/events.ts';
import type { Image } from '../engine/images.ts';
import type { Network } from '../engine/networks.ts';
import type { Volume } from '../engine/volumes.ts';

/** Everything known of the engine, by id (volumes: by name). Maps are replaced, never changed. */
export interface Records {
  readonly containers: ReadonlyMap<string, Container>;
  readonly images: ReadonlyMap<string, Image>;
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly networks: ReadonlyMap<string, Network>;
}

export type RecordKind = keyof Records;

export const noRecords: Records = { containers: new Map(), images: new Map(), volumes: new Map(), networks: new Map() };

export type Status =
  /** Nobody watches; there is no connection. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected'; readonly engine: Engine }
  /** The connection was lost a moment ago; the records are as they were then. */
  | { readonly kind: 'reconnecting'; readonly error: EngineError }
  /** There is no engine to show. It is still tried again and again, with growing pauses. */
  | { readonly kind: 'failed'; readonly error: EngineError };

/** What the store needs from outside. */
export interface StoreParts {
  connect(signal: AbortSignal): Promise<Engine>;
  /** Waits; rejects when the signal aborts. */
  delay(milliseconds: number, signal: AbortSignal): Promise<void>;
  log(line: string): void;
}

/** Milliseconds for which the connection outlives its last watcher, so that switching views keeps it. */
const lingerTime = 30_000;
/** Attempts after a loss during which the old records stay: an engine that restarts is back within them. */
const gracefulAttempts = 3;
const longestPause = 30_000;

export class Store {
  readonly #parts: StoreParts;
  readonly #listeners = new Set<() => void>();
  #records = noRecords;
  #status: Status = { kind: 'idle' };
  #watchers = 0;
  /** Of the whole time of watching. */
  #session: AbortController | undefined;
  /** Of the current connection, or of the attempt to make one. */
  #attempt: AbortController | undefined;
  #linger: AbortController | undefined;
  #touched = new Map<RecordKind, Set<string>>();
  /** The engine of which touched records are being read. */
  #reading: Engine | undefined;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  get records(): Records {
    return this.#records;
  }

  get status(): Status {
    return this.#status;
  }

  /** Calls back after every change of records or status. Returns what ends that. */
  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps the store live until the returned function is called. The first watcher opens the connection. */
  watch(): () => void {
    this.#watchers++;
    this.#linger?.abort();
    if (!this.#session) {
      this.#session = new AbortController();
      void this.#run(this.#session.signal);
    }
    let watching = true;
    return () => {
      if (!watching) return;
      watching = false;
      this.#watchers--;
      if (this.#watchers === 0) void this.#lingerOn();
    };
  }

  /** Resolves once it is known whether there is an engine. Only while somebody watches. */
  async settled(): Promise<void> {
    while (this.#status.kind === 'connecting' || this.#status.kind === 'idle') {
      await new Promise<void>((resolve) => {
        const forget = this.onDidChange(() => {
          forget();
          resolve();
        });
      });
    }
  }

  /** Runs something with the engine, connecting when nobody watches. @throws EngineError when there is none. */
  async use<T>(task: (engine: Engine) => Promise<T>): Promise<T> {
    const release = this.watch();
    try {
      await this.settled();
      if (this.#status.kind === 'connected') return await task(this.#status.engine);
      throw this.#status.kind === 'failed' || this.#status.kind === 'reconnecting'
        ? this.#status.error
        : new EngineError('unreachable', 'There is no connection to an engine.');
    } finally {
      release();
    }
  }

  /** Drops the connection and searches for an engine at once: because the user says so, or the address has changed. */
  reconnect(): void {
    if (!this.#session) return;
    this.#update({ status: { kind: 'connecting' }, records: noRecords });
    this.#attempt?.abort();
  }

  /** Lists everything again. @throws EngineError */
  async refresh(): Promise<void> {
    if (this.#status.kind === 'connected') await this.#list(this.#status.engine);
    else this.reconnect();
  }

  /** Reads some records again now. Does not throw. */
  async reread(kind: RecordKind, ids: readonly string[]): Promise<void> {
    if (this.#status.kind === 'connected' && ids.length > 0) await this.#readKind(this.#status.engine, kind, ids);
  }

  /** Ends the connection for good. */
  dispose(): void {
    this.#listeners.clear();
    this.#linger?.abort();
    this.#stop();
  }

  async #lingerOn(): Promise<void> {
    const linger = new AbortController();
    this.#linger = linger;
    try {
      await this.#parts.delay(lingerTime, linger.signal);
    } catch {
      return;
    }
    this.#stop();
  }

  #stop(): void {
    this.#session?.abort();
    this.#session = undefined;
    this.#update({ status: { kind: 'idle' } });
  }

  async #run(session: AbortSignal): Promise<void> {
    this.#update({ status: { kind: 'connecting' } });
    let failures = 0;
    while (!session.aborted) {
      const attempt = new AbortController();
      this.#attempt = attempt;
      const signal = AbortSignal.any([session, attempt.signal]);
      try {
        await this.#follow(signal, () => {
          failures = 0;
        });
      } catch (error) {
        if (session.aborted) return;
        if (!attempt.signal.aborted) this.#fail(toEngineError(error), ++failures);
      }
      if (attempt.signal.aborted) {
        failures = 0;
        continue;
      }
      const pause = Math.min(longestPause, 250 * 2 ** failures);
      await this.#parts.delay(pause, signal).catch(() => undefined);
    }
  }

  /** Connects, lists, and applies events until the connection is lost. */
  async #follow(signal: AbortSignal, connected: () => void): Promise<never> {
    const engine = await this.#parts.connect(signal);
    const events = await engine.events(signal);
    this.#touched = new Map();
    await this.#list(engine, { kind: 'connected', engine });
    connected();
    this.#parts.log(`Connected to ${engine.version.product} ${engine.version.version} at ${engine.endpoint.address}`);
    for await (const event of events) this.#apply(engine, event);
    throw new EngineError('unreachable', 'The engine closed the connection.');
  }

  #fail(error: EngineError, failures: number): void {
    if (failures === 1) this.#parts.log(`No connection (${error.kind}): ${error.message}`);
    const shown = this.#status.kind === 'connected' || this.#status.kind === 'reconnecting';
    if (shown && failures <= gracefulAttempts) this.#update({ status: { kind: 'reconnecting', error } });
    else this.#update({ status: { kind: 'failed', error }, records: noRecords });
  }

  async #list(engine: Engine, status?: Status): Promise<void> {
    const [containers, images, volumes, networks] = await Promise.all([
      engine.containers.list(),
      engine.images.list(),
      engine.volumes.list(),
      engine.networks.list(),
    ]);
    const records: Records = {
      containers: this.#byKey(containers, (container) => container.id),
      images: this.#byKey(images, (image) => image.id),
      volumes: this.#byKey(volumes, (volume) => volume.name),
      networks: this.#byKey(networks, (network) => network.id),
    };
    this.#update(status ? { records, status } : { records });
  }

  #byKey<T>(listing: Listing<T>, key: (item: T) => string): ReadonlyMap<string, T> {
    for (const problem of listing.problems) this.#parts.log(problem);
    return new Map(listing.items.map((item) => [key(item), item]));
  }

  #apply(engine: Engine, event: EngineEvent): void {
    for (const [kind, id] of touchedBy(event)) {
      const ids = this.#touched.get(kind) ?? new Set();
      this.#touched.set(kind, ids.add(id));
    }
    if (this.#reading !== engine && this.#touched.size > 0) void this.#readTouched(engine);
  }

  /** Reads again what events named, all that came in the meantime at once. */
  async #readTouched(engine: Engine): Promise<void> {
    this.#reading = engine;
    while (this.#touched.size > 0 && this.#reading === engine) {
      const touched = this.#touched;
      this.#touched = new Map();
      await Promise.all([...touched].map(([kind, ids]) => this.#readKind(engine, kind, [...ids])));
    }
    if (this.#reading === engine) this.#reading = undefined;
  }

  async #readKind(engine: Engine, kind: RecordKind, ids: readonly string[]): Promise<void> {
    try {
      const records = await this.#reread(engine, kind, ids);
      const isCurrent = this.#status.kind === 'connected' && this.#status.engine === engine;
      if (isCurrent) this.#update({ records: { ...this.#records, ...records() } });
    } catch (error) {
      this.#parts.log(`Could not read ${kind} again: ${toEngineError(error).message}`);
    }
  }

  // The answers are put into the maps of the moment when all have come, hence a function.
  async #reread(engine: Engine, kind: RecordKind, ids: readonly string[]): Promise<() => Partial<Records>> {
    switch (kind) {
      case 'containers': {
        const found = await all(ids, (id) => engine.containers.get(id));
        return () => ({ containers: replace(this.#records.containers, ids, found, (each) => each.id) });
      }
      case 'images': {
        const found = await all(ids, (id) => engine.images.get(id));
        return () => ({ images: replaceImages(this.#records.images, ids, found) });
      }
      case 'volumes': {
        const found = await all(ids, (name) => engine.volumes.get(name));
        return () => ({ volumes: replace(this.#records.volumes, ids, found, (each) => each.name) });
      }
      case 'networks': {
        const found = await all(ids, (id) => engine.networks.get(id));
        return () => ({ networks: replace(this.#records.networks, ids, found, (each) => each.id) });
      }
    }
  }

  #update(change: { readonly status?: Status; readonly records?: Records }): void {
    this.#status = change.status ?? this.#status;
    this.#records = change.records ?? this.#records;
    for (const listener of [...this.#listeners]) listener();
  }
}

// Actions that change nothing a list shows; `kill` is followed by `die`.
const insignificant =
  /^(exec|attach|detach|top|resize|export|archive-path|extract-to-dir|copy|commit|kill|mount|unmount|push|save)/;

function touchedBy(event: EngineEvent): readonly (readonly [RecordKind, string])[] {
  if (event.id === '' || insignificant.test(event.action)) return [];
  switch (event.type) {
    case 'container':
      return [['containers', event.id]];
    case 'image':
      return [['images', event.id]];
    case 'volume':
      return [['volumes', event.id]];
    case 'network': {
      const container = event.attributes.get('container');
      return container
        ? [
            ['networks', event.id],
            ['containers', container],
          ]
        : [['networks', event.id]];
    }
    default:
      return [];
  }
}

async function all<T>(ids: readonly string[], get: (id: string) => Promise<T | undefined>): Promise<readonly T[]> {
  return (await Promise.all(ids.map(get))).filter((each) => each !== undefined);
}

function replace<T>(
  old: ReadonlyMap<string, T>,
  ids: readonly string[],
  found: Iterable<T>,
  key: (each: T) => string,
): ReadonlyMap<string, T> {
  const records = new Map(old);
  const current = new Map([...found].map((each) => [key(each), each]));
  for (const id of ids) if (!current.has(id)) records.delete(id);
  for (const [id, each] of current) records.set(id, each);
  return records;
}

/** Events name images by id or by tag; and a tag that moved to another image does so without an event for the old one. */
function replaceImages(
  old: ReadonlyMap<string, Image>,
  ids: readonly string[],
  found: readonly Image[],
): ReadonlyMap<string, Image> {
  const known = new Set(found.flatMap((image) => [image.id, ...image.tags, ...image.digests]));
  const gone = new Set(ids.filter((id) => !known.has(id)));
  const moved = new Set(found.flatMap((image) => image.tags));
  const records = new Map<string, Image>();
  for (const [id, image] of old) {
    if (gone.has(id)) continue;
    const tags = image.tags.filter((tag) => !gone.has(tag) && !moved.has(tag));
    records.set(id, tags.length === image.tags.length ? image : { ...image, tags });
  }
  for (const image of found) records.set(image.id, image);
  return records;
}
