import { emptyHost } from '../host.ts';
import { defaultFeatureSettings, type Language } from '../language.ts';
import type { SourceFile } from '../lint/linted.ts';
import { applyEdits } from '../text/edit.ts';

/** Spaces of one step, as each language is commonly written. */
const TAB_SIZES: Readonly<Record<Language['id'], number>> = { dockerfile: 4, compose: 2, dockerignore: 2 };

/** The text of a file as its language formats it; the same text where the language formats nothing. */
export function formatted(language: Language, file: SourceFile): string {
  const options = { tabSize: TAB_SIZES[language.id], insertSpaces: true };
  const context = { host: emptyHost, settings: defaultFeatureSettings, snippets: false };
  const edits = language.features.format?.(file, options, context) ?? [];
  return applyEdits(
    file.text,
    edits.map(({ range, newText }) => ({
      at: { start: file.lines.offset(range.start), end: file.lines.offset(range.end) },
      newText,
    })),
  );
}
