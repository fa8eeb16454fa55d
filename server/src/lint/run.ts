import type { Span } from '../text/span.ts';
import type { Configuration } from './configuration.ts';
import type { Diagnostic, LogFailure } from './diagnostics.ts';
import type { CheckDirective, LanguageError, Linted, SourceFile } from './linted.ts';
import { type Found, memoryOf } from './memory.ts';
import { withoutTool } from './names.ts';
import { byPlace, Places } from './places.ts';
import {
  type Plan,
  type PlannedFileRule,
  type PlannedRule,
  type PlannedStatementRule,
  plannedFileRule,
  plannedStatementRule,
  planOf,
} from './plan.ts';
import { parsePragma } from './pragma.ts';
import type { Finding, Report, Rule, Severity, Sieve } from './rule.ts';
import { type Silenceable, withoutSilenced } from './suppress.ts';

/** A finding that still knows which rule made it. */
interface Graded extends Silenceable {
  readonly aliases: readonly string[];
  readonly severity: Severity;
}

/**
 * Lints one file: errors of the language, then every rule the configuration turns on, less what comments silence, each
 * finding once, in order of place. A rule that throws is logged and what the others find is still there.
 *
 * @param remembers keep what was found for the next version of the document, and look only for what its edit may have
 * changed; findings have no fixes then
 */
export function lint<File extends SourceFile>(
  linted: Linted<File>,
  file: File,
  configuration: Configuration,
  log: LogFailure,
  remembers = false,
): readonly Diagnostic[] {
  const plan = planOf(linted, configuration);
  // Rules that are to behave exactly as another tool count lines, and so depend on every part of the file.
  const history = remembers && !plan.options.exact ? linted.history?.(file) : undefined;
  const memory = history && memoryOf(history, plan);
  const search = new Search(plan, linted, file, log);
  memory?.update(() => search.lookers);

  const readDirectives = () => linted.checkDirectives?.(file) ?? NOTHING;
  const directives = guarded(
    'check',
    log,
    NOTHING,
    () => memory?.keep('directives', readDirectives) ?? readDirectives(),
  );
  const failOnChecks = directives.some(({ scope, error }) => scope === 'file' && error);
  const { perRule, errors } = sortOut(memory?.look((looker) => search.by(looker)) ?? search.everything());
  let found = withoutTwins(plan.rules, perRule, failOnChecks);
  for (const planned of plan.experimental) {
    const wanted = directives.filter((directive) => names(directive.experimental, planned));
    if (wanted.length === 0) continue;
    const severity = failOnChecks ? 'error' : planned.severity;
    for (const finding of search.byRule(planned.rule)) {
      if (wanted.some(({ scope }) => holds(scope, finding.at))) {
        found.push({ ruleId: planned.rule.id, aliases: planned.aliases, severity, finding, experimental: true });
      }
    }
  }
  found.sort((a, b) => byPlace(a.finding.at, b.finding.at));
  if (found.length > 0) {
    const all = found;
    const hasPragmas = () => linted.comments(file).some(({ text }) => parsePragma(text) !== undefined);
    found = guarded('suppressions', log, all, () => {
      const comments = memory?.keep('pragmas', hasPragmas) === false ? NOTHING : linted.comments(file);
      return withoutSilenced(all, linted, file, directives, comments, configuration);
    });
  }

  const diagnostics = found.map(toDiagnostic);
  if (errors.length === 0) return diagnostics;
  const others = diagnostics.length === 0 ? diagnostics : withoutErrorTwins(diagnostics, errors, linted, configuration);
  // What is remembered comes in another order than what is found afresh.
  errors.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return [...errors.map(errorDiagnostic), ...others].sort((a, b) => byPlace(a.at, b.at));
}

/** One empty list for all. */
const NOTHING: readonly never[] = [];

/** Has those look that find something: the language itself, and rules. One that throws is logged, and the others go on. */
class Search<File extends SourceFile> {
  private readonly plan: Plan<File>;
  private readonly linted: Linted<File>;
  private readonly file: File;
  private readonly log: LogFailure;
  private found: Found[] = [];
  /** The place in the plan of the rule that looks. */
  private current = 0;
  private readonly report: Report = (finding) => {
    this.found.push({ rule: this.current, finding });
  };

  constructor(plan: Plan<File>, linted: Linted<File>, file: File, log: LogFailure) {
    this.plan = plan;
    this.linted = linted;
    this.file = file;
    this.log = log;
  }

  get statements(): readonly object[] {
    return this.linted.statements?.(this.file) ?? NOTHING;
  }

  /** Everybody who looks, as `by` takes them. */
  get lookers(): readonly object[] {
    return [this.linted, ...this.plan.fileRules, ...this.statements];
  }

  everything(): readonly Found[] {
    this.lookAtLanguage();
    const { fileRules } = this.plan;
    for (let index = 0; index < fileRules.length; index++) this.lookAtFile(fileRules[index]);
    for (const statement of this.statements) this.lookAtStatement(statement);
    return this.take();
  }

  /** What the language, a rule that looks at whole files, or all that look at a statement find. */
  by(looker: object): readonly Found[] {
    if (looker === this.linted) this.lookAtLanguage();
    else if (this.plan.isFileRule(looker)) this.lookAtFile(looker);
    else this.lookAtStatement(looker);
    return this.take();
  }

  /** What one rule finds, whichever kind it is of and whether it is in the plan or not. */
  byRule(rule: Rule<File>): readonly Finding[] {
    if ('check' in rule) this.lookAtFile(plannedFileRule(rule, 0));
    if ('checkStatement' in rule) {
      const { kinds } = rule;
      const rules = [plannedStatementRule(rule, 0)];
      for (const statement of this.statements) {
        if (kinds === undefined || kinds.includes(this.kindOf(statement))) this.lookWith(rules, statement);
      }
    }
    return sortOut(this.take()).perRule.get(0) ?? NOTHING;
  }

  private kindOf(statement: object): string {
    return this.linted.statementKind?.(statement) ?? '';
  }

  private take(): readonly Found[] {
    const { found } = this;
    if (found.length === 0) return NOTHING;
    this.found = [];
    return found;
  }

  private lookAtLanguage(): void {
    try {
      this.add(this.linted.errors(this.file));
    } catch (error) {
      this.log('errors', error);
    }
  }

  private lookAtFile(planned: PlannedFileRule<File> | undefined): void {
    if (planned === undefined) return;
    const { check } = planned;
    this.current = planned.index;
    try {
      check(this.file, this.report, this.plan.options);
    } catch (error) {
      this.log(planned.id, error);
    }
  }

  private lookAtStatement(statement: object): void {
    for (const { sieve, rules } of this.plan.statementRulesFor(this.kindOf(statement))) {
      this.lookWith(sieve === undefined ? rules : this.sift(sieve, rules, statement), statement);
    }
    try {
      this.add(this.linted.statementErrors?.(statement, this.file) ?? NOTHING);
    } catch (error) {
      this.log('errors', error);
    }
  }

  private sift(
    sieve: Sieve<File>,
    rules: readonly PlannedStatementRule<File>[],
    statement: object,
  ): readonly PlannedStatementRule<File>[] {
    try {
      return sieve.sift(rules, statement, this.file, this.plan.options);
    } catch {
      // The rules come upon the same, and it is told with their names.
      return rules;
    }
  }

  private lookWith(rules: readonly PlannedStatementRule<File>[], statement: object): void {
    const { file, report } = this;
    const { options } = this.plan;
    for (let place = 0; place < rules.length; place++) {
      const planned = rules[place];
      if (planned === undefined) continue;
      const { check } = planned;
      this.current = planned.index;
      try {
        check(statement, file, report, options);
      } catch (error) {
        this.log(planned.id, error);
      }
    }
  }

  private add(errors: readonly LanguageError[]): void {
    for (let index = 0; index < errors.length; index++) {
      const error = errors[index];
      if (error !== undefined) this.found.push({ error });
    }
  }
}

function sortOut(found: readonly Found[]): { perRule: Map<number, Finding[]>; errors: LanguageError[] } {
  const perRule = new Map<number, Finding[]>();
  const errors: LanguageError[] = [];
  for (const entry of found) {
    if ('error' in entry) {
      errors.push(entry.error);
      continue;
    }
    const list = perRule.get(entry.rule);
    if (list === undefined) perRule.set(entry.rule, [entry.finding]);
    else list.push(entry.finding);
  }
  return { perRule, errors };
}

/** Leaves out what an error of the language says already; the profile of a tool keeps the findings of that tool. */
function withoutErrorTwins<File extends SourceFile>(
  diagnostics: readonly Diagnostic[],
  errors: readonly LanguageError[],
  { errorFacts }: Linted<File>,
  { profile }: Configuration,
): readonly Diagnostic[] {
  const spans = new Map<string, Span[]>();
  for (const { id, at } of errors) {
    for (const name of errorFacts.find((facts) => facts.id === id)?.same ?? []) {
      if (name.startsWith(`${profile}/`)) continue;
      const list = spans.get(name);
      if (list === undefined) spans.set(name, [at]);
      else list.push(at);
    }
  }
  if (spans.size === 0) return diagnostics;
  const places = new Map([...spans].map(([name, list]) => [name, new Places(list)]));
  return diagnostics.filter(
    ({ ruleId, aliases, at }) => ![ruleId, ...aliases].some((name) => places.get(name)?.meet(at)),
  );
}

function guarded<T>(what: string, log: LogFailure, otherwise: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    log(what, error);
    return otherwise;
  }
}

function names<File>(list: readonly string[], { aliases }: PlannedRule<File>): boolean {
  return list.some(
    (name) => name === 'all' || aliases.some((alias) => alias.startsWith('buildkit/') && withoutTool(alias) === name),
  );
}

function holds(scope: CheckDirective['scope'], at: Span): boolean {
  return scope === 'file' || (scope.start <= at.start && at.start <= scope.end);
}

/** Grades findings, and leaves out what a rule found at a place where a rule that comes before it found the same. */
function withoutTwins<File>(
  rules: readonly PlannedRule<File>[],
  perRule: ReadonlyMap<number, readonly Finding[]>,
  failOnChecks: boolean,
): Graded[] {
  const places = new Map<number, Places>();
  const kept: Graded[] = [];
  for (const index of [...perRule.keys()].sort((a, b) => a - b)) {
    const planned = rules[index];
    if (planned === undefined) continue;
    const others: Places[] = [];
    for (const rival of planned.rivals) {
      const found = perRule.get(rival);
      if (found === undefined) continue;
      let taken = places.get(rival);
      if (taken === undefined) {
        taken = new Places(found.map(({ at }) => at));
        places.set(rival, taken);
      }
      others.push(taken);
    }
    const { rule, aliases, isBuildCheck, graded } = planned;
    const severity = failOnChecks && isBuildCheck && !graded ? 'error' : planned.severity;
    for (const finding of perRule.get(index) ?? NOTHING) {
      if (others.some((taken) => taken.meet(finding.at))) continue;
      kept.push({ ruleId: rule.id, aliases, severity, finding, experimental: false });
    }
  }
  return kept;
}

function toDiagnostic({ ruleId, aliases, severity, finding }: Graded): Diagnostic {
  return {
    ruleId,
    aliases,
    severity,
    message: finding.message,
    at: finding.at,
    suppressible: true,
    ...(finding.tag && { tag: finding.tag }),
    ...(finding.related && { related: finding.related }),
    ...(finding.fixes && { fixes: finding.fixes }),
  };
}

function errorDiagnostic(error: LanguageError): Diagnostic {
  return {
    ruleId: error.id,
    aliases: [],
    severity: error.severity,
    message: error.message,
    at: error.at,
    suppressible: false,
    ...(error.tag && { tag: error.tag }),
    ...(error.related && { related: error.related }),
    ...(error.fixes && { fixes: error.fixes }),
  };
}
