import type { Span } from '../text/span.ts';
import type { Finding } from './rule.ts';

/** Follows a document through its versions; the language knows what its parts are. */
export interface History {
  /** Runs something and tells which parts of the file it looked at. */
  watch<Result>(work: () => Result): readonly [Result, ReadonlySet<string>];
  /** The parts that changed since this was asked last; `undefined`: everything may have. */
  takeChanges(): ReadonlySet<string> | undefined;
  /** The span as one that stays where it is through edits elsewhere; `undefined` when there is no such thing. */
  anchored(span: Span): Span | undefined;
}

/** A finding in a statement, and the number of the rule that made it. */
export interface StatementFinding {
  readonly rule: number;
  readonly finding: Finding;
}

/**
 * What rules found in the version of a document before. A rule need not run again as long as nothing changed of what it
 * looked at. Fixes are not remembered, because they may be made of more than the rule looked at.
 */
export class RuleMemory {
  private readonly history: History;
  /** What the rules were run with; other rules have memories of their own. */
  readonly plan: object;
  private readonly rules = new Map<object, readonly Finding[]>();
  /** Rules by the parts they looked at. */
  private readonly lookers = new Map<string, Set<object>>();
  private statements = new WeakMap<object, readonly StatementFinding[]>();

  constructor(history: History, plan: object) {
    this.history = history;
    this.plan = plan;
  }

  /**
   * Forgets what the edits since the last time may have changed.
   *
   * @param statementParts parts that what is found in a statement may depend on, besides the statement
   */
  update(statementParts: readonly string[]): void {
    const changed = this.history.takeChanges();
    if (changed === undefined) {
      this.rules.clear();
      this.lookers.clear();
      this.statements = new WeakMap();
      return;
    }
    if (statementParts.some((part) => changed.has(part))) this.statements = new WeakMap();
    for (const part of changed) {
      const rules = this.lookers.get(part);
      if (rules === undefined) continue;
      for (const rule of rules) this.rules.delete(rule);
      this.lookers.delete(part);
    }
  }

  /** What a rule finds; it is run only when it may find something else than the last time. */
  findings(rule: object, run: () => readonly Finding[]): readonly Finding[] {
    const known = this.rules.get(rule);
    if (known !== undefined) return known;
    const [found, parts] = this.history.watch(run);
    const kept = this.keepable(found);
    if (kept === undefined) return found;
    this.rules.set(rule, kept);
    for (const part of parts) {
      const rules = this.lookers.get(part);
      if (rules === undefined) this.lookers.set(part, new Set([rule]));
      else rules.add(rule);
    }
    return found;
  }

  /** What is found in a statement; looked for only when it was not seen before. */
  inStatement(statement: object, run: () => readonly StatementFinding[]): readonly StatementFinding[] {
    const known = this.statements.get(statement);
    if (known !== undefined) return known;
    const found = run();
    const kept = this.keepable(found.map(({ finding }) => finding));
    if (kept !== undefined) {
      const findings = found.flatMap(({ rule }, index) => {
        const finding = kept[index];
        return finding === undefined ? [] : [{ rule, finding }];
      });
      this.statements.set(statement, findings);
    }
    return found;
  }

  private keepable(found: readonly Finding[]): readonly Finding[] | undefined {
    if (found.length === 0) return found;
    const kept: Finding[] = [];
    for (const { at, message, tag, related } of found) {
      const place = this.history.anchored(at);
      if (place === undefined) return undefined;
      const others: { at: Span; message: string }[] = [];
      for (const other of related ?? []) {
        const otherPlace = this.history.anchored(other.at);
        if (otherPlace === undefined) return undefined;
        others.push({ at: otherPlace, message: other.message });
      }
      kept.push({ at: place, message, ...(tag && { tag }), ...(related && { related: others }) });
    }
    return kept;
  }
}

const memories = new WeakMap<History, RuleMemory>();

/** The memory of a document for a set of rules; of other rules' findings nothing is kept. */
export function memoryOf(history: History, plan: object): RuleMemory {
  let memory = memories.get(history);
  if (memory?.plan !== plan) {
    memory = new RuleMemory(history, plan);
    memories.set(history, memory);
  }
  return memory;
}
