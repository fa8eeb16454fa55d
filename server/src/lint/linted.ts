import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { History } from './memory.ts';
import type { Finding, Rule } from './rule.ts';

/** What every parsed document has, whatever its language. Immutable, made once per document version. */
export interface SourceFile {
  readonly uri: string;
  readonly text: string;
  readonly lines: Lines;
}

/** A comment of a file, as far as suppressions need to know it. */
export interface SuppressionComment {
  /** From the comment sign to the end of its text. */
  readonly at: Span;
  /** Text behind the comment sign, trimmed. */
  readonly text: string;
  /**
   * The instruction or YAML entry (with everything below it) that follows and that a "next" suppression speaks of; other
   * comments may stand between. For a comment inside a continued instruction or a heredoc: that instruction. For a
   * trailing comment: the entry that begins on its line.
   */
  readonly next: Span | undefined;
  /** The stage (from its FROM to the line before the next one) that the comment stands in or, directly above a FROM, announces. */
  readonly stage?: Span | undefined;
  /** True when other text stands before the comment on its line. */
  readonly trailing: boolean;
}

/** An error of the language itself: the tool that reads the file refuses it. Rule comments do not suppress it. */
export interface LanguageError extends Finding {
  /** Kebab case; documented in docs/rules like a rule. */
  readonly id: string;
  readonly severity: 'error' | 'warning';
}

/** Documentation of a kind of language error. */
export interface ErrorFacts {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  /**
   * Names of rules, or names they have in other tools, that find the same: at the same place they keep silent, except in
   * the profile of that tool.
   */
  readonly same?: readonly string[];
  /** Same format and execution as the examples of a rule. */
  readonly examples: readonly { readonly bad: string; readonly good?: string }[];
}

/** The `# check=` directive of a Dockerfile (BuildKit), file-wide or before one instruction. */
export interface CheckDirective {
  /** The whole file, or the instruction it stands before. */
  readonly scope: 'file' | Span;
  /** Rule names as written; `all` turns every check off. */
  readonly skip: readonly string[];
  readonly experimental: readonly string[];
  /** `error=true`: any warning of a build check fails the build. */
  readonly error: boolean;
}

/** All that linting a language takes. */
export interface Linted<File extends SourceFile> {
  readonly rules: readonly Rule<File>[];
  readonly errorFacts: readonly ErrorFacts[];
  /** Errors of the file as a whole. */
  errors(file: File): readonly LanguageError[];
  /** Errors of a single statement. */
  statementErrors?(statement: object, file: File): readonly LanguageError[];
  comments(file: File): readonly SuppressionComment[];
  checkDirectives?(file: File): readonly CheckDirective[];
  /** The statements that rules look at one by one. An edit elsewhere leaves a statement the same object. */
  statements?(file: File): readonly object[];
  /** The kind of a statement, as rules name it. */
  statementKind?(statement: object): string;
  /** Follows the document through its versions. */
  history?(file: File): History;
  /**
   * The instruction or YAML entry that the offset stands in and above whose first line a suppression comment can be
   * written; `undefined` when there is none, and then a comment goes above the line of the offset.
   */
  statementAt?(file: File, offset: number): Span | undefined;
}
