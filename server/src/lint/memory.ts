import type { Span } from '../text/span.ts';
import type { LanguageError } from './linted.ts';
import type { Finding } from './rule.ts';

/** Follows a document through its versions; the language knows what its parts are. */
export interface History {
  /** Runs something and tells which parts of the file it looked at. */
  watch<Result>(work: () => Result): readonly [Result, ReadonlySet<string>];
  /** What changed since this was asked last; `undefined`: everything may have. */
  takeChanges(): Changes | undefined;
  /** The span as one that stays where it is through edits elsewhere; `undefined` when there is no such thing. */
  anchored(span: Span): Span | undefined;
}

export interface Changes {
  readonly parts: ReadonlySet<string>;
  /** Statements that are gone, and that are new. */
  readonly removed: ReadonlySet<object>;
  readonly added: ReadonlySet<object>;
}

/** What a rule found, with its number in the plan. */
export interface RuleFound {
  readonly rule: number;
  readonly finding: Finding;
}

export type Found = RuleFound | { readonly error: LanguageError };

/**
 * What was found in the version of a document before. Nothing need be looked at again as long as the parts of the file
 * that somebody looked at have not changed. Fixes are not remembered, because they may be made of more than that.
 *
 * Those who look are known by an object, which for rules that look at single statements is the statement.
 */
export class Memory {
  private readonly history: History;
  /** What the rules were run with; other rules have memories of their own. */
  readonly plan: object;
  /** By those who found something. */
  private readonly found = new Map<object, readonly Found[]>();
  /** Who has to look, again or for the first time. */
  private pending = new Set<object>();
  /** Names of kept values among them. */
  private readonly lookers = new Map<string, Set<object | string>>();
  private readonly partsOf = new Map<object | string, ReadonlySet<string>>();
  private readonly values = new Map<string, unknown>();
  private isNew = true;

  constructor(history: History, plan: object) {
    this.history = history;
    this.plan = plan;
  }

  /**
   * Forgets what the edits since the last time may have changed.
   *
   * @param all everybody who looks, for when everything may have changed
   */
  update(all: () => Iterable<object>): void {
    const changes = this.history.takeChanges();
    if (changes === undefined || this.isNew) {
      this.isNew = false;
      this.found.clear();
      this.lookers.clear();
      this.partsOf.clear();
      this.values.clear();
      this.pending = new Set(all());
      return;
    }
    for (const statement of changes.removed) {
      this.forget(statement);
      this.pending.delete(statement);
    }
    for (const statement of changes.added) this.pending.add(statement);
    for (const part of changes.parts) {
      for (const looker of this.lookers.get(part) ?? []) {
        this.forget(looker);
        if (typeof looker !== 'string') this.pending.add(looker);
      }
    }
  }

  /** Has those look who may find something else than the last time. Answers with all that is found. */
  look(run: (looker: object) => readonly Found[]): Found[] {
    const all: Found[] = [];
    const add = (found: readonly Found[]): void => {
      for (const entry of found) all.push(entry);
    };
    for (const looker of this.pending) {
      const [found, parts] = this.history.watch(() => run(looker));
      const kept = this.keepable(found);
      if (kept === undefined) {
        add(found);
        continue;
      }
      this.pending.delete(looker);
      if (kept.length > 0) this.found.set(looker, kept);
      this.note(looker, parts);
    }
    for (const found of this.found.values()) add(found);
    return all;
  }

  /** A value that stays the same until a part changes that was looked at to make it. */
  keep<Value>(name: string, make: () => Value): Value {
    // The name says of which type the value is.
    if (this.values.has(name)) return this.values.get(name) as Value;
    const [value, parts] = this.history.watch(make);
    this.values.set(name, value);
    this.note(name, parts);
    return value;
  }

  private note(looker: object | string, parts: ReadonlySet<string>): void {
    if (parts.size === 0) return;
    this.partsOf.set(looker, parts);
    for (const part of parts) {
      const lookers = this.lookers.get(part);
      if (lookers === undefined) this.lookers.set(part, new Set([looker]));
      else lookers.add(looker);
    }
  }

  private forget(looker: object | string): void {
    if (typeof looker === 'string') this.values.delete(looker);
    else this.found.delete(looker);
    for (const part of this.partsOf.get(looker) ?? []) this.lookers.get(part)?.delete(looker);
    this.partsOf.delete(looker);
  }

  private keepable(found: readonly Found[]): readonly Found[] | undefined {
    if (found.length === 0) return found;
    const kept: Found[] = [];
    for (const entry of found) {
      if ('error' in entry) {
        const error = this.anchored(entry.error);
        if (error === undefined) return undefined;
        kept.push({ error });
      } else {
        const finding = this.anchored(entry.finding);
        if (finding === undefined) return undefined;
        kept.push({ rule: entry.rule, finding });
      }
    }
    return kept;
  }

  /** The finding without its fixes, at a place that moves with the text. */
  private anchored<Kind extends Finding>({ fixes, ...finding }: Kind): Omit<Kind, 'fixes'> | undefined {
    const at = this.history.anchored(finding.at);
    if (at === undefined) return undefined;
    if (finding.related === undefined) return { ...finding, at };
    const related: { at: Span; message: string }[] = [];
    for (const other of finding.related) {
      const place = this.history.anchored(other.at);
      if (place === undefined) return undefined;
      related.push({ at: place, message: other.message });
    }
    return { ...finding, at, related };
  }
}

const memories = new WeakMap<History, Memory>();

/** The memory of a document for a set of rules; of other rules' findings nothing is kept. */
export function memoryOf(history: History, plan: object): Memory {
  let memory = memories.get(history);
  if (memory?.plan !== plan) {
    memory = new Memory(history, plan);
    memories.set(history, memory);
  }
  return memory;
}
