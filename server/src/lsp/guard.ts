import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

export type Log = (message: string) => void;

/**
 * Runs a request: cancelled ones are refused as the protocol wants it, a throw is logged under the method's name and
 * answered with `empty`, so that one broken feature takes nothing else down.
 */
export async function guarded<Result>(
  method: string,
  token: CancellationToken,
  log: Log,
  empty: Result,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  if (token.isCancellationRequested) throw cancelled();
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'RenameError')
      throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    if (error instanceof ResponseError) throw error;
    log(`${method} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return empty;
  }
  if (token.isCancellationRequested) throw cancelled();
  return result;
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
