import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver-types';
import type { FeatureContext } from '../../../language.ts';
import type { ComposeFile } from '../../model/file.ts';
import { isSafePlain, quoted } from '../../model/plain.ts';
import { documentationOf } from '../../schema/documentation.ts';
import { rangeOf } from '../ranges.ts';
import type { Cursor } from './cursor.ts';

export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Inserted instead of the label. */
  readonly text?: string;
  /** Inserted instead of both where the client takes tab stops. */
  readonly snippet?: string;
  readonly detail?: string;
  /** Path of the key that `resolveCompletion` documents. */
  readonly documents?: readonly (string | number)[];
  readonly deprecated?: boolean;
  /** Place in the list; the label decides among equals. */
  readonly rank?: number;
  /** Asks for more proposals once it is inserted. */
  readonly continues?: boolean;
}

/** Makes items of the protocol that replace what is typed at the cursor. */
export function itemsOf(
  file: ComposeFile,
  cursor: Cursor,
  proposals: readonly Proposal[],
  { snippets }: FeatureContext,
): CompletionItem[] {
  const range = rangeOf(file, cursor.replace);
  const dash = cursor.needsDash ? '- ' : '';
  return proposals.map((proposal) => {
    const { label, kind, detail, documents, deprecated, rank, continues } = proposal;
    const snippet = snippets && !cursor.isQuoted ? proposal.snippet : undefined;
    const inserted = dash + (snippet ?? proposal.text ?? label);
    // Behind the dash of an item the editor indents by the dash, not by the key.
    const isBehindDash = cursor.role === 'key' && cursor.isInline && !cursor.isFlow;
    const newText = isBehindDash ? inserted.replaceAll('\n', '\n  ') : inserted;
    return {
      label,
      kind,
      textEdit: { range, newText },
      filterText: proposal.text ?? label,
      ...(snippet !== undefined && {
        insertTextFormat: InsertTextFormat.Snippet,
        insertTextMode: InsertTextMode.adjustIndentation,
      }),
      ...(detail !== undefined && { detail }),
      ...(documents !== undefined && { data: { documents } }),
      ...(deprecated && { tags: [1 as const] }),
      ...(rank !== undefined && { sortText: `${String(rank).padStart(3, '0')} ${label}` }),
      ...(continues && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
    };
  });
}

/** Adds the documentation of its key to an item. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const path = (item.data as { documents?: unknown } | undefined)?.documents;
  if (!Array.isArray(path)) return item;
  const value = documentationOf(path.filter((step) => typeof step === 'string' || typeof step === 'number'));
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

/** A value as it must be written at the cursor. */
export function written(value: string, { isQuoted, isFlow }: Cursor): string {
  return isQuoted || isSafePlain(value, isFlow) ? value : quoted(value);
}

/** A text that holds no tab stops. */
export function literal(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

export function values(words: Iterable<string>, cursor: Cursor, detail?: string): Proposal[] {
  return [...words].map((word) => ({
    label: word,
    kind: CompletionItemKind.Value,
    text: written(word, cursor),
    ...(detail !== undefined && { detail }),
  }));
}
