import { closest } from '../../lint/closest.ts';
import type { LanguageError } from '../../lint/linted.ts';
import type { Fix } from '../../lint/rule.ts';
import type { MappedText } from '../../text/mappedText.ts';
import { quote } from '../../text/quote.ts';
import type { Span } from '../../text/span.ts';

export type FoundError = Omit<LanguageError, 'severity'>;

/** What the checks of an instruction need besides it. */
export interface Check {
  readonly report: (error: FoundError) => void;
  /** The result of an expanded text; `undefined` when only the build knows it or it has an error. */
  value(text: MappedText): string | undefined;
  /** How many folders below `/` the instruction runs; `undefined` when the base image or a value of the build decides. */
  readonly workdirDepth: number | undefined;
  /** The instruction stands in a stage that runs on Windows, as far as the file tells. */
  readonly isWindows: boolean;
  /** True when the file has a stage of that name, in any case. */
  isStage(name: string): boolean;
}

/** Where a stretch of an expanded text stands: exactly when nothing in it was expanded, else the whole text. */
export function place(text: MappedText, value: string, start = 0, end = value.length): Span {
  return value === text.text ? text.span(start, end) : text.span(0, text.text.length);
}

/** The question and the fix for a name that is nearly right; nothing when it is not. */
export function suggest(
  name: string,
  candidates: readonly string[],
  at: Span,
  write: (candidate: string) => string = (candidate) => candidate,
): { readonly hint: string; readonly fixes?: () => readonly Fix[] } {
  const meant = name.length > 40 ? undefined : closest(name, candidates);
  if (meant === undefined) return { hint: '' };
  const newText = write(meant);
  return {
    hint: ` Perhaps ${quote(newText)} is meant.`,
    fixes: () => [{ title: `Replace with ${quote(newText)}`, safe: false, edits: [{ at, newText }] }],
  };
}

/** `'a', 'b' or 'c'`. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map(quote);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
