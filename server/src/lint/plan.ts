import type { Configuration, Levels } from './configuration.ts';
import type { Linted, SourceFile } from './linted.ts';
import { nearOf, withoutTool } from './names.ts';
import type { FileRule, Rule, RuleFacts, RuleOptions, Severity, Sieve, StatementRule } from './rule.ts';
import { type Level, severityIn } from './severity.ts';

/** A rule that runs, with all that is known of it before any file is seen. */
export interface PlannedRule<File> {
  readonly rule: Rule<File>;
  readonly severity: Severity;
  readonly aliases: readonly string[];
  /** Somebody gave it a severity by name, so `# check=error=true` does not raise it. */
  readonly graded: boolean;
  /** Has the finding of a BuildKit check. */
  readonly isBuildCheck: boolean;
  /** Places in the plan of the rules that know the same finding and come first. */
  readonly rivals: readonly number[];
}

/** What it takes to call a rule: rules are objects of many shapes, of which an engine finds properties slowly. */
interface Callable {
  readonly id: string;
  /** Its place in the plan. */
  readonly index: number;
}

export interface PlannedFileRule<File> extends Callable {
  readonly check: FileRule<File>['check'];
}

export interface PlannedStatementRule<File> extends Callable {
  readonly check: StatementRule<File>['checkStatement'];
}

/** Rules that look at single statements and share a sieve, or have none. */
export interface StatementRules<File> {
  readonly sieve: Sieve<File> | undefined;
  readonly rules: readonly PlannedStatementRule<File>[];
}

export interface Plan<File> {
  readonly rules: readonly PlannedRule<File>[];
  /** Those of `rules` that look at whole files, with their places in it. */
  readonly fileRules: readonly PlannedFileRule<File>[];
  /** True for the entries of `fileRules`. */
  isFileRule(looker: object): looker is PlannedFileRule<File>;
  /** Those of `rules` that look at one statement at a time and have to look at those of a kind. */
  statementRulesFor(kind: string): readonly StatementRules<File>[];
  /** Experimental build checks that are off until a `# check=experimental=` names them. */
  readonly experimental: readonly PlannedRule<File>[];
  readonly options: RuleOptions;
}

const plans = new WeakMap<Configuration, WeakMap<object, unknown>>();

/** Which rules run under a configuration; worked out once per language and configuration object. */
export function planOf<File extends SourceFile>(linted: Linted<File>, configuration: Configuration): Plan<File> {
  let ofConfiguration = plans.get(configuration);
  if (ofConfiguration === undefined) {
    ofConfiguration = new WeakMap();
    plans.set(configuration, ofConfiguration);
  }
  // The key says of which language, and so of which type, the plan is.
  let plan = ofConfiguration.get(linted) as Plan<File> | undefined;
  if (plan === undefined) {
    plan = makePlan(linted, configuration);
    ofConfiguration.set(linted, plan);
  }
  return plan;
}

function makePlan<File extends SourceFile>(linted: Linted<File>, configuration: Configuration): Plan<File> {
  const rules: PlannedRule<File>[] = [];
  const experimental: PlannedRule<File>[] = [];
  for (const rule of linted.rules) {
    const level = levelOf(rule, configuration.levels);
    const inProfile = severityIn(rule, configuration.profile);
    const planned = (severity: Severity): PlannedRule<File> => ({
      rule,
      severity,
      aliases: [...(rule.same ?? []), ...(rule.near ?? [])],
      graded: level !== undefined && level !== 'on',
      isBuildCheck: (rule.same ?? []).some((name) => name.startsWith('buildkit/')),
      rivals: [],
    });
    if (level === undefined ? inProfile !== 'off' : level !== 'off') {
      const own = inProfile === 'off' ? rule.severity : inProfile;
      rules.push(planned(level === undefined || level === 'on' || level === 'off' ? own : level));
    } else if (level === undefined && rule.severityIn?.buildkit === 'off') {
      experimental.push(planned(rule.severity));
    }
  }
  const fileRules: PlannedFileRule<File>[] = [];
  const statementRules: { readonly rule: StatementRule<File>; readonly planned: PlannedStatementRule<File> }[] = [];
  for (const [index, { rule }] of rules.entries()) {
    if ('check' in rule) fileRules.push(plannedFileRule(rule, index));
    if ('checkStatement' in rule) statementRules.push({ rule, planned: plannedStatementRule(rule, index) });
  }
  const byKind = new Map<string, readonly StatementRules<File>[]>();
  const statementRulesFor = (kind: string): readonly StatementRules<File>[] => {
    let concerned = byKind.get(kind);
    if (concerned === undefined) {
      concerned = bySieve(statementRules.filter(({ rule: { kinds } }) => kinds === undefined || kinds.includes(kind)));
      byKind.set(kind, concerned);
    }
    return concerned;
  };
  const known = new Set<object>(fileRules);
  const { options } = configuration;
  return {
    rules: withRivals(rules),
    fileRules,
    isFileRule: (looker): looker is PlannedFileRule<File> => known.has(looker),
    statementRulesFor,
    experimental,
    options,
  };
}

export function plannedFileRule<File>({ id, check }: FileRule<File>, index: number): PlannedFileRule<File> {
  return { id, index, check };
}

export function plannedStatementRule<File>(
  { id, checkStatement }: StatementRule<File>,
  index: number,
): PlannedStatementRule<File> {
  return { id, index, check: checkStatement };
}

function bySieve<File>(
  rules: readonly { readonly rule: StatementRule<File>; readonly planned: PlannedStatementRule<File> }[],
): readonly StatementRules<File>[] {
  const lists = new Map<Sieve<File> | undefined, PlannedStatementRule<File>[]>();
  for (const { rule, planned } of rules) {
    const list = lists.get(rule.sieve);
    if (list === undefined) lists.set(rule.sieve, [planned]);
    else list.push(planned);
  }
  return Array.from(lists, ([sieve, list]) => ({ sieve, rules: list }));
}

/** The level of the last source that speaks of the rule. */
function levelOf(rule: RuleFacts, sources: readonly Levels[]): Level | undefined {
  for (let index = sources.length - 1; index >= 0; index--) {
    const level = levelIn(rule, sources[index] ?? {});
    if (level !== undefined) return level;
  }
  return undefined;
}

function levelIn(rule: RuleFacts, levels: Levels): Level | undefined {
  const own = levelFor(levels, rule.id);
  if (own !== undefined) return own;
  for (const alias of rule.same ?? []) {
    const level = levelFor(levels, alias) ?? levelFor(levels, withoutTool(alias));
    if (level !== undefined) return level;
  }
  // Who turns a finding off does not want its near relation either; its severity says nothing about the relation.
  for (const alias of nearOf(rule)) {
    if ((levelFor(levels, alias) ?? levelFor(levels, withoutTool(alias))) === 'off') return 'off';
  }
  return undefined;
}

function levelFor(levels: Levels, name: string): Level | undefined {
  return Object.hasOwn(levels, name) ? levels[name] : undefined;
}

/** Of two rules that share a name, one that has it as its own comes before one that is only near it; else their order decides. */
function withRivals<File>(rules: readonly PlannedRule<File>[]): PlannedRule<File>[] {
  const holders = new Map<string, number[]>();
  rules.forEach(({ aliases }, index) => {
    for (const alias of aliases) {
      const others = holders.get(alias);
      if (others === undefined) holders.set(alias, [index]);
      else others.push(index);
    }
  });
  const owns = (index: number, aliases: readonly string[]): boolean =>
    aliases.some((alias) => rules[index]?.rule.same?.includes(alias));
  return rules.map((planned, index) => {
    const others = new Set(planned.aliases.flatMap((alias) => holders.get(alias) ?? []));
    const rivals = [...others].filter((other) => {
      if (other === index) return false;
      const shared = planned.aliases.filter((alias) => rules[other]?.aliases.includes(alias));
      const mine = owns(index, shared);
      const theirs = owns(other, shared);
      return mine === theirs ? other < index : theirs;
    });
    return rivals.length === 0 ? planned : { ...planned, rivals };
  });
}
