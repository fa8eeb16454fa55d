import type { Span } from '../text/span.ts';
import type { Fix, Severity } from './rule.ts';

/** A finding as everybody outside `lint` sees it: graded, and known to be wanted. */
export interface Diagnostic {
  /** Id of the rule or of the kind of language error; also names its documentation. */
  readonly ruleId: string;
  /** Names of the same finding in other tools, `hadolint/DL3006`; empty for language errors. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly message: string;
  readonly at: Span;
  readonly tag?: 'unnecessary' | 'deprecated';
  readonly related?: readonly { readonly at: Span; readonly message: string }[];
  /** The first fix is the preferred one. */
  readonly fixes?: () => readonly Fix[];
  /** False for errors of the language, which no comment and no configuration silences. */
  readonly suppressible: boolean;
}

/** Called when a rule throws; the other rules still report. */
export type LogFailure = (ruleId: string, error: unknown) => void;
