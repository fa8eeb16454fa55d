import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** How grave a finding is, gravest first. `style` is shown as a hint in editors. */
export type Severity = 'error' | 'warning' | 'info' | 'style';

export type Category =
  | 'correctness'
  | 'security'
  | 'reproducibility'
  | 'cache'
  | 'size'
  | 'style'
  | 'deprecation'
  | 'shell';

/** A change that answers a finding. Unsafe fixes may change what is built or run and are never part of fix-all. */
export interface Fix {
  /** Imperative, sentence case, no full stop: shown as the title of the code action. */
  readonly title: string;
  readonly safe: boolean;
  /** Edits of spans the rule found; they do not overlap. */
  readonly edits: readonly TextEdit[];
}

export interface Finding {
  readonly at: Span;
  /** What is wrong and what to do, sentence case, full stop, the offending text in single quotes. */
  readonly message: string;
  /** Computed only when somebody asks for it. The first fix is the preferred one. */
  readonly fixes?: () => readonly Fix[];
  /** Greys the text out or strikes it through. */
  readonly tag?: 'unnecessary' | 'deprecated';
  readonly related?: readonly { readonly at: Span; readonly message: string }[];
}

export type Report = (finding: Finding) => void;

/** Facts a user states about the project that some rules need; they come from configuration files. */
export interface RuleOptions {
  /** Registries that may be used; empty: all. From `trustedRegistries` of `.hadolint.yaml`. */
  readonly trustedRegistries: readonly string[];
  /** Labels that must be there, with the type of their value. From `label-schema` of `.hadolint.yaml`. */
  readonly labelSchema: Readonly<Record<string, LabelType>>;
  /** No labels besides those of `labelSchema`. */
  readonly strictLabels: boolean;
  /** Behave exactly like the tool a rule is modelled on, its known oddities included. Set by the profile `hadolint`. */
  readonly exact: boolean;
}

export type LabelType = 'text' | 'url' | 'semver' | 'hash' | 'rfc3339' | 'spdx' | 'email';

export const defaultRuleOptions: RuleOptions = {
  trustedRegistries: [],
  labelSchema: {},
  strictLabels: false,
  exact: false,
};

/**
 * An executed example. `bad` marks with «…» exactly the spans that are reported; `good` reports nothing. When the rule
 * is fixable and `good` is given, applying the preferred fix of every finding of `bad` gives `good`, unless
 * `unfixed` says that this example only shows the contrast.
 */
export interface Example {
  readonly bad: string;
  readonly good?: string;
  readonly unfixed?: true;
  readonly options?: Partial<RuleOptions>;
  /** Other files of the example's folder, by relative path; `''` contents are fine. Folders end in `/`. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Facts of a rule. Its id is its file name, diagnostic code, settings key and documentation page. */
export interface RuleFacts {
  /** Kebab case. */
  readonly id: string;
  /** One sentence: what the rule asks for. */
  readonly summary: string;
  /** One or two sentences: why that matters. */
  readonly why: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Part of the default profile: sure and valuable in nearly every file. Every rule that is not `optional` is part of `strict`. */
  readonly recommended: boolean;
  /** A matter of taste: part of no profile, not even of `strict`. It runs where its name turns it on. */
  readonly optional?: true;
  readonly fixable: boolean;
  /**
   * The same finding in other tools: `hadolint/DL3006`, `buildkit/StageNameCasing`, `dclint/no-version-field`,
   * `shellcheck/SC2086`. Suppressions and severities for that name apply here, and its profile holds this rule.
   */
  readonly same?: readonly string[];
  /** Findings of other tools that overlap only in spirit: suppressions apply, profiles do not. */
  readonly near?: readonly string[];
  /**
   * Severity in the profile of another tool where it differs from `severity`. `off`: the tool knows the rule but leaves
   * it off until it is named, as hadolint does with DL1001 and BuildKit with its experimental checks.
   */
  readonly severityIn?: {
    readonly hadolint?: Severity | 'off';
    readonly buildkit?: Severity | 'off';
    readonly dclint?: Severity | 'off';
  };
  readonly examples: readonly Example[];
}

/** Looks at a whole file. */
export interface FileRule<File> extends RuleFacts {
  check(this: void, file: File, report: Report, options: RuleOptions): void;
}

/** Looks at one statement at a time: what it finds there depends on that, and on little else. */
export interface StatementRule<File, Statement = object> extends RuleFacts {
  /** The only kinds of statements it has to look at; absent: all. */
  readonly kinds?: readonly string[];
  /** Tells for it and others at once whether they have to look at a statement; absent: it looks at all of its kinds. */
  readonly sieve?: Sieve<File, Statement>;
  checkStatement(this: void, statement: Statement, file: File, report: Report, options: RuleOptions): void;
}

/** Keeps many rules from being called one by one for a statement in which most of them find nothing. */
export interface Sieve<File, Statement = object> {
  /** Those of the rules, all of which have this sieve, that may find something. */
  sift<Sifted extends { readonly id: string }>(
    rules: readonly Sifted[],
    statement: Statement,
    file: File,
    options: RuleOptions,
  ): readonly Sifted[];
}

export type Rule<File> = FileRule<File> | StatementRule<File>;
