/** What must hold for any text in any language. */
import assert from 'node:assert/strict';
import { emptyHost } from '../../server/src/host.ts';
import { defaultFeatureSettings, type FeatureContext, type Language } from '../../server/src/language.ts';
import { type Configuration, defaultConfiguration } from '../../server/src/lint/configuration.ts';
import type { Diagnostic, LogFailure } from '../../server/src/lint/diagnostics.ts';
import { fixAll } from '../../server/src/lint/fix.ts';
import type { SourceFile } from '../../server/src/lint/linted.ts';
import { lint } from '../../server/src/lint/run.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

/** Every rule there is, by language. */
const everything = new Map<Language['id'], Configuration>();

function everyRuleOf({ id, rules }: Language): Configuration {
  let configuration = everything.get(id);
  if (configuration === undefined) {
    const optional = rules.filter((rule) => rule.optional);
    const levels = [Object.fromEntries(optional.map((rule) => [rule.id, 'on' as const]))];
    configuration = { ...defaultConfiguration, profile: 'strict', levels };
    everything.set(id, configuration);
  }
  return configuration;
}

const context: FeatureContext = { host: emptyHost, settings: defaultFeatureSettings, snippets: true };
const options = { tabSize: 4, insertSpaces: true };

/** Lints with every rule there is; a rule that throws fails the test. */
export function findings(language: Language, text: string): readonly Diagnostic[] {
  return findingsOf(language, language.parse('file:///corpus/file', text));
}

/** @param remembers as the editor asks: what an edit cannot have changed is taken from the version before, without fixes */
export function findingsOf(language: Language, file: SourceFile, remembers = false): readonly Diagnostic[] {
  const log: LogFailure = (rule, error) => {
    throw new Error(`${rule} threw`, { cause: error });
  };
  return lint(language, file, everyRuleOf(language), log, remembers);
}

/** All that findings say. */
export function told(diagnostics: readonly Diagnostic[], withFixes: boolean): unknown {
  return diagnostics.map(({ ruleId, at, severity, message, related, fixes }) => [
    ruleId,
    [at.start, at.end],
    severity,
    message,
    related?.map((entry) => [entry.at.start, entry.at.end]),
    withFixes &&
      fixes?.().map(({ title, edits }) => [title, edits.map((edit) => [edit.at.start, edit.at.end, edit.newText])]),
  ]);
}

/** No input may keep anybody waiting for a second. */
export function inTime(text: string, work: () => void): void {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 1_000_000, `${(user + system) / 1000} ms for ${JSON.stringify(text.slice(0, 2000))}`);
}

/** Every finding lies inside the file, and so does every edit of its fixes. */
export function assertFindingsInside(language: Language, text: string): void {
  const inside = (at: { readonly start: number; readonly end: number }, what: string) =>
    assert.ok(
      at.start >= 0 && at.start <= at.end && at.end <= text.length,
      `${what}: ${at.start} to ${at.end} of ${text.length}`,
    );
  for (const { ruleId, at, message, fixes, related } of findings(language, text)) {
    inside(at, ruleId);
    assert.match(message, /^\S[\s\S]*[.!?)'"`]$/, `the message of ${ruleId} is a sentence`);
    for (const entry of related ?? []) inside(entry.at, ruleId);
    for (const fix of fixes?.() ?? []) for (const edit of fix.edits) inside(edit.at, `${ruleId}: ${fix.title}`);
  }
}

/** Fixing everything once is enough. */
export function assertFixedOnce(language: Language, text: string): void {
  const lintText = (fixed: string) => findings(language, fixed);
  const once = applyEdits(text, fixAll(text, lintText).edits);
  const twice = applyEdits(once, fixAll(once, lintText).edits);
  assert.equal(twice, once);
}

/** The text as the language formats it. */
export function formatted(language: Language, text: string): string {
  const file = language.parse('file:///corpus/file', text);
  const edits = language.features.format?.(file, options, context) ?? [];
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      at: { start: file.lines.offset(range.start), end: file.lines.offset(range.end) },
      newText,
    })),
  );
}

export function assertFormattedOnce(language: Language, text: string): void {
  const once = formatted(language, text);
  assert.equal(formatted(language, once), once);
}

/** Every feature, asked at an offset. */
const questions: Readonly<
  Record<string, (features: Language['features'], file: SourceFile, offset: number) => unknown>
> = {
  completion: (features, file, offset) => features.completion?.(file, offset, context),
  hover: (features, file, offset) => features.hover?.(file, offset, context),
  signatureHelp: (features, file, offset) => features.signatureHelp?.(file, offset),
  definition: (features, file, offset) => features.definition?.(file, offset, context),
  references: (features, file, offset) => features.references?.(file, offset, true),
  highlight: (features, file, offset) => features.highlight?.(file, offset),
  prepareRename: (features, file, offset) => features.prepareRename?.(file, offset),
  symbols: (features, file) => features.symbols?.(file),
  folding: (features, file) => features.folding?.(file),
  selectionRanges: (features, file, offset) => features.selectionRanges?.(file, [offset]),
  semanticTokens: (features, file) => features.semanticTokens?.(file),
  semanticTokensOfRange: (features, file, offset) =>
    features.semanticTokens?.(file, { start: offset, end: Math.min(file.text.length, offset + 40) }),
  inlayHints: (features, file) => features.inlayHints?.(file, { start: 0, end: file.text.length }, context),
  codeLens: (features, file) => features.codeLens?.(file, context),
  links: (features, file) => features.links?.(file, context),
  linkedEditing: (features, file, offset) => features.linkedEditing?.(file, offset),
  format: (features, file) => features.format?.(file, options, context),
  formatOnType: (features, file, offset) => features.formatOnType?.(file, offset, '\n', options),
};

/** Asks every feature at an offset; whatever they answer, none may throw. */
export async function askEverything(language: Language, text: string, offset: number): Promise<void> {
  const file = language.parse('file:///corpus/file', text);
  for (const ask of Object.values(questions)) await ask(language.features, file, offset);
}

/** The least CPU time of two answers of every feature, each from a file just opened, in milliseconds. */
export async function fastestAnswers(
  language: Language,
  text: string,
  offset: number,
): Promise<Record<string, number>> {
  const least: Record<string, number> = {};
  for (let round = 0; round < 2; round++) {
    for (const [name, ask] of Object.entries(questions)) {
      const before = process.cpuUsage();
      await ask(language.features, language.parse('file:///corpus/file', text), offset);
      const { user, system } = process.cpuUsage(before);
      least[name] = Math.min(least[name] ?? Number.POSITIVE_INFINITY, (user + system) / 1000);
    }
  }
  return least;
}

/** The least CPU time of a few runs, in milliseconds; a busy machine disturbs it less than the time on the clock. */
export function fastest(work: () => unknown, rounds = 5): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
