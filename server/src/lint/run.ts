import type { Span } from '../text/span.ts';
import type { Configuration } from './configuration.ts';
import type { Diagnostic, LogFailure } from './diagnostics.ts';
import type { CheckDirective, LanguageError, Linted, SourceFile } from './linted.ts';
import { type Found, memoryOf, type RuleFound } from './memory.ts';
import { withoutTool } from './names.ts';
import { byPlace, Places } from './places.ts';
import { type Plan, type PlannedRule, planOf } from './plan.ts';
import { parsePragma } from './pragma.ts';
import type { FileRule, Finding, Rule, RuleOptions, Severity } from './rule.ts';
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
  const lookers = () => [linted, ...plan.fileRules, ...(linted.statements?.(file) ?? NOTHING)];
  memory?.update(lookers);

  const readDirectives = () => linted.checkDirectives?.(file) ?? NOTHING;
  const directives = guarded(
    'check',
    log,
    NOTHING,
    () => memory?.keep('directives', readDirectives) ?? readDirectives(),
  );
  const failOnChecks = directives.some(({ scope, error }) => scope === 'file' && error);
  const look = (looker: object) => foundBy(looker, plan, linted, file, log);
  const { perRule, errors } = sortOut(memory?.look(look) ?? lookers().flatMap(look));
  let found = withoutTwins(plan.rules, perRule, failOnChecks);
  for (const planned of plan.experimental) {
    const wanted = directives.filter((directive) => names(directive.experimental, planned));
    if (wanted.length === 0) continue;
    const severity = failOnChecks ? 'error' : planned.severity;
    for (const finding of checkAll(planned.rule, linted, file, plan.options, log)) {
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

/**
 * What is found by one of those that look: the language itself, which knows the errors of whole files, a rule of the plan,
 * or all the rules that look at a statement, with its errors.
 */
function foundBy<File extends SourceFile>(
  looker: object,
  plan: Plan<File>,
  linted: Linted<File>,
  file: File,
  log: LogFailure,
): readonly Found[] {
  if (looker === linted) return guarded('errors', log, NOTHING, () => linted.errors(file)).map(asFound);
  const { options } = plan;
  const fileRule = plan.fileRule(looker);
  if (fileRule !== undefined) {
    const { rule, index } = fileRule;
    const found = checkFile(rule, file, options, log);
    return found.length === 0 ? NOTHING : found.map((finding) => ({ rule: index, finding }));
  }
  const rules = plan.statementRulesFor(linted.statementKind?.(looker) ?? '');
  const found = checkStatement(rules, looker, file, options, log);
  const errors = guarded('errors', log, NOTHING, () => linted.statementErrors?.(looker, file) ?? NOTHING);
  return errors.length === 0 ? found : [...found, ...errors.map(asFound)];
}

function asFound(error: LanguageError): Found {
  return { error };
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

/** What one rule, whichever kind it is of, finds in a file. */
function checkAll<File extends SourceFile>(
  rule: Rule<File>,
  linted: Linted<File>,
  file: File,
  options: RuleOptions,
  log: LogFailure,
): readonly Finding[] {
  const inFile = 'check' in rule ? checkFile(rule, file, options, log) : NOTHING;
  if (!('checkStatement' in rule)) return inFile;
  const rules = [{ rule, index: 0 }];
  const { kinds } = rule;
  const statements = (linted.statements?.(file) ?? NOTHING).filter(
    (each) => kinds === undefined || kinds.includes(linted.statementKind?.(each) ?? ''),
  );
  const found = statements.flatMap((each) => checkStatement(rules, each, file, options, log));
  return [...inFile, ...found.map(({ finding }) => finding)];
}

function checkFile<File extends SourceFile>(
  rule: FileRule<File>,
  file: File,
  options: RuleOptions,
  log: LogFailure,
): readonly Finding[] {
  let found: Finding[] | undefined;
  const report = (finding: Finding): void => {
    found ??= [];
    found.push(finding);
  };
  try {
    rule.check(file, report, options);
  } catch (error) {
    log(rule.id, error);
  }
  return found ?? NOTHING;
}

function checkStatement<File extends SourceFile>(
  rules: ReturnType<Plan<File>['statementRulesFor']>,
  statement: object,
  file: File,
  options: RuleOptions,
  log: LogFailure,
): readonly RuleFound[] {
  let found: RuleFound[] | undefined;
  let current = 0;
  const report = (finding: Finding): void => {
    found ??= [];
    found.push({ rule: current, finding });
  };
  for (const { rule, index } of rules) {
    current = index;
    try {
      rule.checkStatement(statement, file, report, options);
    } catch (error) {
      log(rule.id, error);
    }
  }
  return found ?? NOTHING;
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
