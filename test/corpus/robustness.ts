/** What must hold for any text in any language. */
import assert from 'node:assert/strict';
import { emptyHost } from '../../server/src/host.ts';
import { defaultFeatureSettings, type FeatureContext, type Language } from '../../server/src/language.ts';
import { defaultConfiguration } from '../../server/src/lint/configuration.ts';
import type { Diagnostic } from '../../server/src/lint/diagnostics.ts';
import { fixAll } from '../../server/src/lint/fix.ts';
import { lint } from '../../server/src/lint/run.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const strict = { ...defaultConfiguration, profile: 'strict' } as const;
const context: FeatureContext = { host: emptyHost, settings: defaultFeatureSettings, snippets: true };
const options = { tabSize: 4, insertSpaces: true };

/** Lints with every rule there is; a rule that throws fails the test. */
export function findings(language: Language, text: string): readonly Diagnostic[] {
  const file = language.parse('file:///corpus/file', text);
  return lint(language, file, strict, (rule, error) => {
    throw new Error(`${rule} threw`, { cause: error });
  });
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

/** Asks every feature at an offset; whatever they answer, none may throw. */
export async function askEverything(language: Language, text: string, offset: number): Promise<void> {
  const { features } = language;
  const file = language.parse('file:///corpus/file', text);
  const whole = { start: 0, end: text.length };
  await features.completion?.(file, offset, context);
  await features.hover?.(file, offset, context);
  features.signatureHelp?.(file, offset);
  await features.definition?.(file, offset, context);
  features.references?.(file, offset, true);
  features.highlight?.(file, offset);
  features.prepareRename?.(file, offset);
  features.symbols?.(file);
  features.folding?.(file);
  features.selectionRanges?.(file, [offset]);
  features.semanticTokens?.(file);
  features.semanticTokens?.(file, { start: offset, end: Math.min(text.length, offset + 40) });
  features.inlayHints?.(file, whole, context);
  features.codeLens?.(file, context);
  await features.links?.(file, context);
  features.linkedEditing?.(file, offset);
  features.format?.(file, options, context);
  features.formatOnType?.(file, offset, '\n', options);
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
