import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  InlayHintParams,
  ReferenceParams,
  RenameParams,
  SelectionRangeParams,
  SemanticTokensDeltaParams,
  SemanticTokensRangeParams,
  ServerCapabilities,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { type FeatureContext, type Features, semanticTokenModifiers, semanticTokenTypes } from '../language.ts';
import type { Diagnostic } from '../lint/diagnostics.ts';
import type { SourceFile } from '../lint/linted.ts';
import { toSpan } from './convert.ts';
import type { Document } from './documents.ts';
import { withReasons } from './hover.ts';
import { SemanticTokenCache } from './semanticTokens.ts';

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

/** What a request gets to see. */
export interface Call<Params extends InDocument = InDocument> {
  readonly document: Document;
  readonly file: SourceFile;
  readonly params: Params;
  readonly context: FeatureContext;
  /** What is shown as wrong at an offset. */
  findingsAt(offset: number): readonly Diagnostic[];
}

/** One request of the protocol that a feature answers. It is advertised because it stands in the table below. */
export interface FeatureRequest {
  readonly method: string;
  readonly feature: keyof Features<SourceFile>;
  readonly capability: ServerCapabilities;
  /** `undefined` stands for the protocol's null. */
  handle(features: Features<SourceFile>, call: Call): unknown;
}

function at({ file, params }: Call<TextDocumentPositionParams>): number {
  return file.lines.offset(params.position);
}

const tokens = new SemanticTokenCache();

/** Drops what requests remember of a closed document. */
export function forgetDocument(uri: string): void {
  tokens.forget(uri);
}

export const featureRequests: readonly FeatureRequest[] = [
  {
    method: 'textDocument/completion',
    feature: 'completion',
    capability: {
      completionProvider: {
        triggerCharacters: [' ', '=', ',', '$', '{', ':', '/', '-', '@', '#', '<', '"', '.'],
        resolveProvider: true,
      },
    },
    handle: (features, call: Call<TextDocumentPositionParams>) =>
      features.completion?.(call.file, at(call), call.context),
  },
  {
    method: 'textDocument/hover',
    feature: 'hover',
    capability: { hoverProvider: true },
    handle: async (features, call: Call<TextDocumentPositionParams>) => {
      const { document, file, context } = call;
      const found = await features.hover?.(file, at(call), context);
      return withReasons(found, call.findingsAt(at(call)), document.language, file.lines);
    },
  },
  {
    method: 'textDocument/signatureHelp',
    feature: 'signatureHelp',
    capability: { signatureHelpProvider: { triggerCharacters: [' ', '=', ',', '['] } },
    handle: (features, call: Call<TextDocumentPositionParams>) => features.signatureHelp?.(call.file, at(call)),
  },
  {
    method: 'textDocument/definition',
    feature: 'definition',
    capability: { definitionProvider: true },
    handle: (features, call: Call<TextDocumentPositionParams>) =>
      features.definition?.(call.file, at(call), call.context),
  },
  {
    method: 'textDocument/references',
    feature: 'references',
    capability: { referencesProvider: true },
    handle: (features, call: Call<ReferenceParams>) =>
      features.references?.(call.file, at(call), call.params.context.includeDeclaration),
  },
  {
    method: 'textDocument/documentHighlight',
    feature: 'highlight',
    capability: { documentHighlightProvider: true },
    handle: (features, call: Call<TextDocumentPositionParams>) => features.highlight?.(call.file, at(call)),
  },
  {
    method: 'textDocument/prepareRename',
    feature: 'prepareRename',
    capability: {},
    handle: (features, call: Call<TextDocumentPositionParams>) => features.prepareRename?.(call.file, at(call)),
  },
  {
    method: 'textDocument/rename',
    feature: 'rename',
    capability: { renameProvider: { prepareProvider: true } },
    handle: (features, call: Call<RenameParams>) => features.rename?.(call.file, at(call), call.params.newName),
  },
  {
    method: 'textDocument/documentSymbol',
    feature: 'symbols',
    capability: { documentSymbolProvider: true },
    handle: (features, { file }) => features.symbols?.(file),
  },
  {
    method: 'textDocument/foldingRange',
    feature: 'folding',
    capability: { foldingRangeProvider: true },
    handle: (features, { file }) => features.folding?.(file),
  },
  {
    method: 'textDocument/selectionRange',
    feature: 'selectionRanges',
    capability: { selectionRangeProvider: true },
    handle: (features, { file, params }: Call<SelectionRangeParams>) =>
      features.selectionRanges?.(
        file,
        params.positions.map((position) => file.lines.offset(position)),
      ),
  },
  {
    method: 'textDocument/semanticTokens/full',
    feature: 'semanticTokens',
    capability: {
      semanticTokensProvider: {
        legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] },
        full: { delta: true },
        range: true,
      },
    },
    handle: (features, { file }) => tokens.full(file.uri, features.semanticTokens?.(file) ?? []),
  },
  {
    method: 'textDocument/semanticTokens/full/delta',
    feature: 'semanticTokens',
    capability: {},
    handle: (features, { file, params }: Call<SemanticTokensDeltaParams>) =>
      tokens.delta(file.uri, params.previousResultId, features.semanticTokens?.(file) ?? []),
  },
  {
    method: 'textDocument/semanticTokens/range',
    feature: 'semanticTokens',
    capability: {},
    handle: (features, { file, params }: Call<SemanticTokensRangeParams>) => ({
      data: features.semanticTokens?.(file, toSpan(file.lines, params.range)) ?? [],
    }),
  },
  {
    method: 'textDocument/inlayHint',
    feature: 'inlayHints',
    capability: { inlayHintProvider: true },
    handle: (features, { file, params, context }: Call<InlayHintParams>) =>
      features.inlayHints?.(file, toSpan(file.lines, params.range), context),
  },
  {
    method: 'textDocument/codeLens',
    feature: 'codeLens',
    capability: { codeLensProvider: {} },
    handle: (features, { file, context }) => (context.settings.codeLens ? features.codeLens?.(file, context) : []),
  },
  {
    method: 'textDocument/documentLink',
    feature: 'links',
    capability: { documentLinkProvider: {} },
    handle: (features, { file, context }) => features.links?.(file, context),
  },
  {
    method: 'textDocument/linkedEditingRange',
    feature: 'linkedEditing',
    capability: { linkedEditingRangeProvider: true },
    handle: (features, call: Call<TextDocumentPositionParams>) => features.linkedEditing?.(call.file, at(call)),
  },
  {
    method: 'textDocument/formatting',
    feature: 'format',
    capability: { documentFormattingProvider: true },
    handle: (features, { file, params, context }: Call<DocumentFormattingParams>) =>
      features.format?.(file, params.options, context),
  },
  {
    method: 'textDocument/rangeFormatting',
    feature: 'format',
    capability: { documentRangeFormattingProvider: true },
    handle: (features, { file, params, context }: Call<DocumentRangeFormattingParams>) =>
      features.format?.(file, params.options, context, toSpan(file.lines, params.range)),
  },
  {
    method: 'textDocument/onTypeFormatting',
    feature: 'formatOnType',
    capability: { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } },
    handle: (features, call: Call<DocumentOnTypeFormattingParams>) =>
      features.formatOnType?.(call.file, at(call), call.params.ch, call.params.options),
  },
];
