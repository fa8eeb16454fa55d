import { toEngineError } from './errors.ts';

/** Makes a request; whatever it throws becomes an `EngineError`. */
export async function call<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw toEngineError(error);
  }
}

/** As `call`, but `undefined` when the engine says that the thing does not exist. */
export async function callFor<T>(request: () => Promise<T>): Promise<T | undefined> {
  try {
    return await request();
  } catch (error) {
    const failure = toEngineError(error);
    if (failure.kind === 'notFound') return undefined;
    throw failure;
  }
}

/** Brings something into a state; being there already is no failure. @throws EngineError */
export async function bring(request: () => Promise<unknown>): Promise<void> {
  try {
    await request();
  } catch (error) {
    const failure = toEngineError(error);
    if (failure.status !== 304) throw failure;
  }
}
