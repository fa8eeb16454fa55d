import type { ErrorFacts } from '../../lint/linted.ts';
import type { Report } from '../../lint/rule.ts';
import type { ComposeFile } from '../model/file.ts';

/** A reason for which Compose refuses a file. */
export interface ComposeError extends ErrorFacts {
  check(file: ComposeFile, report: Report): void;
}

/** Gives an error its type, so that its `check` needs no annotations. */
export function composeError(error: ComposeError): ComposeError {
  return error;
}
