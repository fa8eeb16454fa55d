import {
  type CompletionItem,
  type CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type MarkupContent,
} from 'vscode-languageserver-types';
import type { FeatureContext } from '../../../language.ts';
import type { DockerfileFile } from '../../model/file.ts';
import type { Topic } from '../documentation.ts';
import { rangeOf } from '../ranges.ts';

/** What `completionItem/resolve` gets back. */
export interface ItemData {
  readonly language: 'dockerfile';
  readonly topic: Topic;
}

export interface ItemParts {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Where the text begins that the item replaces, up to the cursor. */
  readonly from: number;
  /** Text to insert when it is not the label. */
  readonly insert?: string;
  /** LSP snippet syntax, `⏎` for a continued line; without snippets its placeholders become their texts. */
  readonly snippet?: string;
  readonly detail?: string | undefined;
  readonly documentation?: MarkupContent;
  /** Documented when the item is looked at. */
  readonly topic?: Topic;
  /** What the typed text is compared with when it is not the label. */
  readonly filter?: string;
  /** Items of a lower group come first; within a group they keep their order. */
  readonly group?: number;
  /** The next part can be completed at once. */
  readonly retrigger?: boolean;
  readonly isDeprecated?: boolean;
}

const retrigger = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

/** Collects the items for one place. */
export class Items {
  readonly list: CompletionItem[] = [];
  readonly file: DockerfileFile;
  readonly offset: number;
  readonly context: FeatureContext;
  private readonly lineStart: number;
  private readonly labels = new Set<string>();

  constructor(file: DockerfileFile, offset: number, context: FeatureContext) {
    this.file = file;
    this.offset = offset;
    this.context = context;
    this.lineStart = file.lines.start(file.lines.lineAt(offset));
  }

  /** The character behind the cursor; empty at the end. */
  get next(): string {
    return this.file.text.charAt(this.offset);
  }

  /** True when nothing but blanks stands behind the cursor on its line. */
  get isAtLineEnd(): boolean {
    const { lines, text } = this.file;
    return text.slice(this.offset, lines.end(lines.lineAt(this.offset))).trim() === '';
  }

  /** Adds an item, unless there is one of that label. An item cannot replace text of another line. */
  add(parts: ItemParts): void {
    const { label, kind, from, snippet, detail, documentation, topic, filter, group = 0 } = parts;
    if (from < this.lineStart || this.labels.has(label)) return;
    this.labels.add(label);
    const item: CompletionItem = {
      label,
      kind,
      sortText: `${group}${String(this.list.length).padStart(4, '0')}`,
      textEdit: { range: rangeOf(this.file, { start: from, end: this.offset }), newText: parts.insert ?? label },
    };
    if (snippet !== undefined) this.setSnippet(item, snippet, from);
    if (detail !== undefined) item.detail = detail;
    if (documentation !== undefined) item.documentation = documentation;
    if (topic !== undefined) item.data = { language: 'dockerfile', topic } satisfies ItemData;
    if (filter !== undefined) item.filterText = filter;
    if (parts.retrigger === true) item.command = retrigger;
    if (parts.isDeprecated === true) item.tags = [CompletionItemTag.Deprecated];
    this.list.push(item);
  }

  private setSnippet(item: CompletionItem, snippet: string, from: number): void {
    const escapeCharacter = this.file.tree.escape;
    const range = rangeOf(this.file, { start: from, end: this.offset });
    if (this.context.snippets) {
      item.insertTextFormat = InsertTextFormat.Snippet;
      const written = escapeCharacter === '\\' ? '\\\\' : escapeCharacter;
      item.textEdit = { range, newText: snippet.replaceAll('⏎', written) };
    } else item.textEdit = { range, newText: plainText(snippet).replaceAll('⏎', escapeCharacter) };
    if (snippet.includes('\n')) item.insertTextMode = InsertTextMode.asIs;
  }
}

/** A snippet as text: placeholders become what they propose, the first of several choices is taken. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{?\d+\}?/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
