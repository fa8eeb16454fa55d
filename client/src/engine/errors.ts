/** What went wrong with a request to an engine, as far as a person has to do something else about it. */
export type ErrorKind = 'unreachable' | 'denied' | 'notFound' | 'conflict' | 'server';

/** A failed request to an engine. `message` is the engine's or the system's own text, made readable. */
export class EngineError extends Error {
  readonly kind: ErrorKind;
  /** Status code of the engine's answer, when there was one. */
  readonly status: number | undefined;

  constructor(kind: ErrorKind, message: string, options: { cause?: unknown; status?: number | undefined } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EngineError';
    this.kind = kind;
    this.status = options.status;
  }
}

/** Turns whatever dockerode, Node or a decoder threw into an `EngineError`; an `EngineError` stays what it is. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  if (!(error instanceof Error)) return new EngineError('server', String(error));
  const status = numberProperty(error, 'statusCode');
  if (status !== undefined) {
    const text = engineText(error);
    return new EngineError(kindOfStatus(status, text), text, { cause: error, status });
  }
  const code = stringProperty(error, 'code');
  if (error.name === 'TimeoutError') {
    return new EngineError('unreachable', 'The engine did not answer in time.', { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') return new EngineError('denied', error.message, { cause: error });
  if (code !== undefined || error.message === 'socket hang up' || error.message === 'aborted') {
    return new EngineError('unreachable', connectionText(error, code), { cause: error });
  }
  return new EngineError('server', error.message, { cause: error });
}

function kindOfStatus(status: number, text: string): ErrorKind {
  if (status === 401 || status === 403) return 'denied';
  // Podman has server errors where Docker has 404.
  if (status === 404 || (status === 500 && /no such (container|image|volume|network|object)/i.test(text))) {
    return 'notFound';
  }
  if (status === 304 || status === 409) return 'conflict';
  return 'server';
}

/** The engine's own sentence, which dockerode hides behind a prefix such as `(HTTP code 404) no such container - `. */
function engineText(error: Error): string {
  const body: unknown = Reflect.get(error, 'json');
  if (typeof body === 'object' && body !== null) {
    const message: unknown = Reflect.get(body, 'message');
    if (typeof message === 'string' && message.trim() !== '') return message.trim();
  }
  return error.message.replace(/^\(HTTP code \d+\) (?:[^-]* - )?/, '').trim();
}

function connectionText(error: Error, code: string | undefined): string {
  switch (code) {
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ERR_STREAM_PREMATURE_CLOSE':
    case undefined:
      return 'The engine closed the connection.';
    default:
      return error.message;
  }
}

function stringProperty(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}

function numberProperty(error: Error, name: string): number | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'number' ? value : undefined;
}
