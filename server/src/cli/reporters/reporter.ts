import type { FileResult } from '../results.ts';

export interface ReporterContext {
  readonly colour: boolean;
  readonly version: string;
  /** Facts of a rule or language error, for formats that describe rules. */
  facts(ruleId: string): { readonly summary: string; readonly why: string } | undefined;
}

/** Turns results into the text of a report; it ends with a line break unless it is empty. */
export type Reporter = (results: readonly FileResult[], context: ReporterContext) => string;
