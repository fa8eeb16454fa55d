import type {
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Range,
  SelectionRange,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Host } from './host.ts';
import type { Linted, SourceFile } from './lint/linted.ts';
import type { Span } from './text/span.ts';

type MaybePromise<T> = T | Promise<T>;

/** Settings that change what a feature answers; pulled per resource by `lsp/settings`. */
export interface FeatureSettings {
  readonly format: {
    /** Case that formatting gives instruction words. */
    readonly instructionCasing: 'upper' | 'lower' | 'preserve';
  };
  readonly inlayHints: {
    readonly variables: boolean;
    readonly platforms: boolean;
    /** Values inherited through `extends` and merge keys in Compose files. */
    readonly inherited: boolean;
  };
  readonly codeLens: boolean;
}

export const defaultFeatureSettings: FeatureSettings = {
  format: { instructionCasing: 'upper' },
  inlayHints: { variables: true, platforms: true, inherited: true },
  codeLens: true,
};

/** What a feature may know besides the file. */
export interface FeatureContext {
  readonly host: Host;
  readonly settings: FeatureSettings;
  /** The client takes completion text with tab stops. */
  readonly snippets: boolean;
}

/** Raised by `rename` when the new name is not a valid one; the message is shown to the user. */
export class RenameError extends Error {
  /** Errors are told apart by name, since a program may hold a module twice. */
  override name = 'RenameError';
}

/** Token types and modifiers that both languages use; the index is the protocol's number. */
export const semanticTokenTypes = [
  'keyword', 'comment', 'parameter', 'property', 'namespace', 'class', 'macro', 'string', 'variable', 'operator',
  'function', 'number', 'decorator', 'type', 'enumMember',
] as const; // biome-ignore format: one table
export const semanticTokenModifiers = [
  'declaration',
  'definition',
  'deprecated',
  'readonly',
  'defaultLibrary',
] as const;

/** One function per LSP request. Pure over the file; only those that take a context may look outside, through its host. */
export interface Features<File extends SourceFile> {
  completion?(file: File, offset: number, context: FeatureContext): MaybePromise<readonly CompletionItem[]>;
  /** Adds the documentation to an item that `completion` made; `item.data` says which. */
  resolveCompletion?(item: CompletionItem): CompletionItem;
  hover?(file: File, offset: number, context: FeatureContext): MaybePromise<Hover | undefined>;
  signatureHelp?(file: File, offset: number): SignatureHelp | undefined;
  definition?(file: File, offset: number, context: FeatureContext): MaybePromise<readonly LocationLink[]>;
  references?(file: File, offset: number, includeDeclaration: boolean): readonly Location[];
  highlight?(file: File, offset: number): readonly DocumentHighlight[];
  prepareRename?(file: File, offset: number): { range: Range; placeholder: string } | undefined;
  /** @throws RenameError when the name is not valid here. */
  rename?(file: File, offset: number, newName: string): WorkspaceEdit | undefined;
  symbols?(file: File): readonly DocumentSymbol[];
  folding?(file: File): readonly FoldingRange[];
  selectionRanges?(file: File, offsets: readonly number[]): readonly SelectionRange[];
  /** Encoded as the protocol wants it; `within` limits the answer to tokens that touch the span. */
  semanticTokens?(file: File, within?: Span): number[];
  inlayHints?(file: File, within: Span, context: FeatureContext): readonly InlayHint[];
  codeLens?(file: File, context: FeatureContext): readonly CodeLens[];
  links?(file: File, context: FeatureContext): MaybePromise<readonly DocumentLink[]>;
  linkedEditing?(file: File, offset: number): { ranges: Range[]; wordPattern?: string } | undefined;
  format?(file: File, options: FormattingOptions, context: FeatureContext, within?: Span): readonly TextEdit[];
  formatOnType?(file: File, offset: number, character: string, options: FormattingOptions): readonly TextEdit[];
}

/** Facts from the files around a document that its rules need; only the language that made them knows what is inside. */
export type Surroundings = Readonly<Record<string, unknown>>;

/** All the rest of the server sees of a language. */
export interface Language<File extends SourceFile = SourceFile> extends Linted<File> {
  readonly id: 'dockerfile' | 'compose' | 'dockerignore';
  /**
   * Never throws, whatever the text.
   *
   * @param surroundings what `surroundings()` answered last for this document
   * @param previous an earlier version of the document, which is given up: parts of it may be taken over
   */
  parse(uri: string, text: string, surroundings?: Surroundings, previous?: File): File;
  /** Looks at the files around: ignore file, COPY sources, env files, override files. Does not throw. */
  surroundings?(file: File, host: Host): Promise<Surroundings>;
  readonly features: Features<File>;
}
