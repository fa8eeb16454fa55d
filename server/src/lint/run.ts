import type { Span } from '../text/span.ts';
import type { Configuration } from './configuration.ts';
import type { Diagnostic, LogFailure } from './diagnostics.ts';
import type { CheckDirective, LanguageError, Linted, SourceFile } from './linted.ts';
import { withoutTool } from './names.ts';
import { byPlace, Places } from './places.ts';
import { type PlannedRule, planOf } from './plan.ts';
import type { Finding, RuleOptions, Severity } from './rule.ts';
import { type Silenceable, withoutSilenced } from './suppress.ts';

/** A finding that still knows which rule made it. */
interface Graded extends Silenceable {
  readonly aliases: readonly string[];
  readonly severity: Severity;
}

/**
 * Lints one file: errors of the language, then every rule the configuration turns on, less what comments silence, each
 * finding once, in order of place. A rule that throws is logged and what the others find is still there.
 */
export function lint<File extends SourceFile>(
  linted: Linted<File>,
  file: File,
  configuration: Configuration,
  log: LogFailure,
): readonly Diagnostic[] {
  const plan = planOf(linted, configuration);
  const directives = guarded('check', log, [], () => linted.checkDirectives?.(file) ?? []);
  const failOnChecks = directives.some(({ scope, error }) => scope === 'file' && error);

  const perRule: Graded[][] = [];
  for (const planned of plan.rules) {
    const severity = failOnChecks && planned.isBuildCheck && !planned.graded ? 'error' : planned.severity;
    perRule.push(run(planned, severity, file, plan.options, log));
  }
  let found = withoutTwins(plan.rules, perRule);
  for (const planned of plan.experimental) {
    const wanted = directives.filter((directive) => names(directive.experimental, planned));
    if (wanted.length === 0) continue;
    const severity = failOnChecks ? 'error' : planned.severity;
    for (const graded of run(planned, severity, file, plan.options, log)) {
      if (wanted.some(({ scope }) => holds(scope, graded.finding.at))) found.push({ ...graded, experimental: true });
    }
  }
  found.sort((a, b) => byPlace(a.finding.at, b.finding.at));
  if (found.length > 0) {
    const all = found;
    found = guarded('suppressions', log, all, () => withoutSilenced(all, linted, file, directives, configuration));
  }

  const diagnostics = found.map(toDiagnostic);
  const errors = guarded('errors', log, [], () => linted.errors(file));
  if (errors.length === 0) return diagnostics;
  const others = diagnostics.length === 0 ? diagnostics : withoutErrorTwins(diagnostics, errors, linted, configuration);
  return [...errors.map(errorDiagnostic), ...others].sort((a, b) => byPlace(a.at, b.at));
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

function run<File>(
  planned: PlannedRule<File>,
  severity: Severity,
  file: File,
  options: RuleOptions,
  log: LogFailure,
): Graded[] {
  const { rule, aliases } = planned;
  const graded: Graded[] = [];
  const report = (finding: Finding): void => {
    graded.push({ ruleId: rule.id, aliases, severity, finding, experimental: false });
  };
  try {
    rule.check(file, report, options);
  } catch (error) {
    log(rule.id, error);
  }
  return graded;
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

/** Leaves out what a rule found at a place where a rule that comes before it found the same. */
function withoutTwins<File>(rules: readonly PlannedRule<File>[], perRule: readonly Graded[][]): Graded[] {
  const places = new Map<number, Places>();
  const kept: Graded[] = [];
  rules.forEach(({ rivals }, index) => {
    const own = perRule[index] ?? [];
    if (own.length === 0) return;
    const others: Places[] = [];
    for (const rival of rivals) {
      const found = perRule[rival] ?? [];
      if (found.length === 0) continue;
      let taken = places.get(rival);
      if (taken === undefined) {
        taken = new Places(found.map(({ finding }) => finding.at));
        places.set(rival, taken);
      }
      others.push(taken);
    }
    for (const graded of own) {
      if (!others.some((taken) => taken.meet(graded.finding.at))) kept.push(graded);
    }
  });
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
