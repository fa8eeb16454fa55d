import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Configuration } from './configuration.ts';
import type { CheckDirective, Linted, SourceFile, SuppressionComment } from './linted.ts';
import { nearOf, type RuleNames, ruleNames, withoutTool } from './names.ts';
import { Places } from './places.ts';
import { type Pragma, parsePragma } from './pragma.ts';
import type { Finding } from './rule.ts';

export interface Silenceable {
  readonly ruleId: string;
  readonly finding: Finding;
  /** Found by an experimental build check, which `# check=skip=` does not reach. */
  readonly experimental: boolean;
}

/** Where something is silent, and which rules. */
interface Scope {
  readonly at: Span;
  everything: boolean;
  readonly ids: Set<string>;
}

/** BuildKit makes these checks before it looks at single instructions, so a comment above one does not reach them. */
const WHOLE_FILE_CHECKS = new Set([
  'NoEmptyContinuation',
  'ConsistentInstructionCasing',
  'DuplicateStageName',
  'ReservedStageName',
  'InvalidDefaultArgInFrom',
  'InvalidBaseImagePlatform',
]);
/** Reported at the earlier instruction, silenced by a comment above the later one. */
const SILENCED_FROM_LATER = 'buildkit/MultipleInstructionsDisallowed';

/**
 * What is left of findings, given in order of place, once comments have had their say. The `hadolint` profile reads
 * hadolint's comments line by line as hadolint does and no other tool's; `buildkit` reads `# check=` as BuildKit does.
 */
export function withoutSilenced<Item extends Silenceable, File extends SourceFile>(
  found: readonly Item[],
  linted: Linted<File>,
  file: File,
  directives: readonly CheckDirective[],
  suppressions: readonly SuppressionComment[],
  configuration: Configuration,
): Item[] {
  const names = ruleNames(linted);
  const checks = new Scopes();
  const comments = new Scopes();
  const laterChecks: Span[] = [];
  if (configuration.profile !== 'hadolint') {
    for (const directive of directives) addCheck(directive, checks, laterChecks, names, configuration);
  }
  if (configuration.suppressionComments) {
    for (const comment of suppressions) addComment(comment, comments, file, linted, names, configuration);
  }
  if (checks.isEmpty && comments.isEmpty && laterChecks.length === 0) return [...found];

  const silencedFromLater = laterChecks.length === 0 ? [] : names.known(SILENCED_FROM_LATER);
  const later = new Places(laterChecks);
  return found.filter(({ ruleId, finding, experimental }) => {
    if (comments.silence(ruleId, finding.at)) return false;
    if (experimental) return true;
    if (checks.silence(ruleId, finding.at)) return false;
    return !(silencedFromLater.includes(ruleId) && finding.related?.some(({ at }) => later.meet(at)));
  });
}

function addCheck(
  { scope, skip }: CheckDirective,
  checks: Scopes,
  later: Span[],
  names: RuleNames,
  { profile }: Configuration,
): void {
  for (const name of skip) {
    let ids = name === 'all' ? names.ofTool('buildkit') : names.known(`buildkit/${name}`);
    if (scope === 'file') {
      checks.addFile(ids);
      continue;
    }
    if (name === 'all' || name === withoutTool(SILENCED_FROM_LATER)) later.push(scope);
    if (profile === 'buildkit') {
      const outOfReach = new Set([...WHOLE_FILE_CHECKS, withoutTool(SILENCED_FROM_LATER)].flatMap(names.known));
      ids = ids.filter((id) => !outOfReach.has(id));
    }
    checks.add(scope, ids);
  }
}

function addComment<File extends SourceFile>(
  comment: SuppressionComment,
  scopes: Scopes,
  file: File,
  linted: Linted<File>,
  names: RuleNames,
  { profile }: Configuration,
): void {
  const exact = profile === 'hadolint';
  const pragma = parsePragma(comment.text, exact);
  if (pragma === undefined) return;
  if (exact && pragma.tool !== 'hadolint' && pragma.tool !== 'dockwright') return;
  const ids = idsOf(pragma, linted, names);
  for (const at of placesOf(pragma, comment, file, exact)) {
    if (at === 'file') scopes.addFile(ids);
    else scopes.add(at, ids);
  }
}

/** `undefined`: every rule. */
function idsOf<File extends SourceFile>(
  pragma: Pragma,
  linted: Linted<File>,
  names: RuleNames,
): readonly string[] | undefined {
  switch (pragma.tool) {
    case 'dockerfile-utils':
      return undefined;
    case 'dockwright':
      return pragma.names?.flatMap((name) => names.own(name)?.id ?? names.known(name));
    case 'hadolint':
      // Codes of hadolint and of ShellCheck cannot be mixed up.
      return pragma.names?.flatMap((name) => [
        ...names.known(`hadolint/${name}`),
        ...names.known(`shellcheck/${name}`),
      ]);
    case 'shellcheck':
      if (pragma.names === undefined) return names.ofTool('shellcheck');
      return pragma.names.flatMap((name) =>
        name.includes('-') ? idsInRange(name, linted) : names.known(`shellcheck/${name}`),
      );
    case 'dclint':
      if (pragma.names === undefined) return names.ofTool('dclint');
      return pragma.names.flatMap((name) => names.known(`dclint/${name}`));
  }
}

/** ShellCheck takes `SC1000-SC9999`. */
function idsInRange<File extends SourceFile>(range: string, { rules }: Linted<File>): string[] {
  const [first, last] = range.split('-').map((code) => Number(code.replace(/^SC/, '')));
  if (first === undefined || last === undefined) return [];
  const isIn = (alias: string): boolean => {
    if (!alias.startsWith('shellcheck/SC')) return false;
    const number = Number(alias.slice('shellcheck/SC'.length));
    return first <= number && number <= last;
  };
  return rules.filter((rule) => [...(rule.same ?? []), ...nearOf(rule)].some(isIn)).map(({ id }) => id);
}

function placesOf(
  { tool, scope }: Pragma,
  comment: SuppressionComment,
  { text, lines }: SourceFile,
  exact: boolean,
): ('file' | Span)[] {
  const line = lines.lineAt(comment.at.start);
  switch (scope) {
    case 'file':
      return ['file'];
    case 'first line':
      return line === firstSignificantLine(text, lines) ? ['file'] : [];
    case 'stage':
      if (comment.stage === undefined) return [];
      return [exact ? exactStage(comment, comment.stage, line, lines) : comment.stage];
    default:
  }
  if (comment.trailing) {
    const opened = comment.next !== undefined && lines.lineAt(comment.next.start) === line ? [comment.next] : [];
    return [lines.span(line), ...opened];
  }
  const next = comment.next;
  if (tool !== 'hadolint') return next === undefined ? [] : [next];
  if (!exact) return next !== undefined && isRightAbove(line, next, text, lines) ? [next] : [];
  // Exactly the next line, or the instruction that begins there.
  if (next !== undefined && next.start < comment.at.start) return [];
  if (next !== undefined && lines.lineAt(next.start) === line + 1) return [next];
  return line + 1 < lines.count ? [lines.span(line + 1)] : [];
}

/** No empty line between; inside the instruction counts too. */
function isRightAbove(line: number, next: Span, text: string, lines: Lines): boolean {
  for (let below = line + 1; lines.start(below) < next.start && below < lines.count; below++) {
    if (text.slice(lines.start(below), lines.end(below)).trim() === '') return false;
  }
  return true;
}

/**
 * hadolint starts two lines below the comment, where the FROM is meant to stand in between, and goes on up to the next
 * FROM line and including it.
 */
function exactStage(comment: SuppressionComment, stage: Span, line: number, lines: Lines): Span {
  const { next } = comment;
  const start = next !== undefined && lines.lineAt(next.start) === line + 1 ? lines.lineAt(next.end) + 1 : line + 2;
  const last = lines.lineAt(Math.max(stage.start, stage.end - 1));
  return { start: lines.start(start), end: lines.end(Math.min(last + 1, lines.count - 1)) };
}

/** dclint takes file-wide comments only from the first line that is neither blank nor `---`. */
function firstSignificantLine(text: string, lines: Lines): number {
  for (let line = 0; line < lines.count; line++) {
    const content = text.slice(lines.start(line), lines.end(line)).trim();
    if (content !== '' && content !== '---') return line;
  }
  return -1;
}

/** Scopes over a file, asked in order of place, so that a file full of comments stays cheap. */
class Scopes {
  private readonly file: Scope = { at: { start: 0, end: 0 }, everything: false, ids: new Set() };
  private hasFile = false;
  private readonly byPlace = new Map<string, Scope>();
  private sorted: Scope[] | undefined;
  private next = 0;
  private active: Scope[] = [];

  get isEmpty(): boolean {
    return !this.hasFile && this.byPlace.size === 0;
  }

  addFile(ids: readonly string[] | undefined): void {
    this.hasFile = true;
    grow(this.file, ids);
  }

  add(at: Span, ids: readonly string[] | undefined): void {
    const key = `${at.start}-${at.end}`;
    let scope = this.byPlace.get(key);
    if (scope === undefined) {
      scope = { at, everything: false, ids: new Set() };
      this.byPlace.set(key, scope);
    }
    grow(scope, ids);
  }

  /** Places must not go backwards from one call to the next. */
  silence(ruleId: string, { start }: Span): boolean {
    if (this.file.everything || this.file.ids.has(ruleId)) return true;
    if (this.byPlace.size === 0) return false;
    this.sorted ??= [...this.byPlace.values()].sort((a, b) => a.at.start - b.at.start);
    for (let scope = this.sorted[this.next]; scope !== undefined && scope.at.start <= start; ) {
      this.active.push(scope);
      scope = this.sorted[++this.next];
    }
    if (this.active.some((scope) => scope.at.end < start)) {
      this.active = this.active.filter((scope) => scope.at.end >= start);
    }
    return this.active.some((scope) => scope.everything || scope.ids.has(ruleId));
  }
}

function grow(scope: Scope, ids: readonly string[] | undefined): void {
  if (ids === undefined) scope.everything = true;
  else for (const id of ids) scope.ids.add(id);
}
