// What a current, full-featured editor announces to a language server.
const dynamic = { dynamicRegistration: true };
const markup = ['markdown', 'plaintext'];
const enumerate = (last) => Array.from({ length: last }, (_, i) => i + 1);

export const clientCapabilities = {
  general: {
    positionEncodings: ['utf-16'],
    regularExpressions: { engine: 'ECMAScript', version: 'ES2020' },
    markdown: { parser: 'marked', version: '1.1.0' },
    staleRequestSupport: { cancel: true, retryOnContentModified: [] },
  },
  window: {
    workDoneProgress: true,
    showMessage: { messageActionItem: { additionalPropertiesSupport: true } },
    showDocument: { support: true },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      failureHandling: 'textOnlyTransactional',
    },
    didChangeConfiguration: dynamic,
    didChangeWatchedFiles: { ...dynamic, relativePatternSupport: true },
    executeCommand: dynamic,
    symbol: dynamic,
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    foldingRange: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    synchronization: { ...dynamic, willSave: true, willSaveWaitUntil: true, didSave: true },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    diagnostic: { ...dynamic, relatedDocumentSupport: false },
    completion: {
      ...dynamic,
      contextSupport: true,
      insertTextMode: 2,
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: markup,
        deprecatedSupport: true,
        preselectSupport: true,
        tagSupport: { valueSet: [1] },
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
        insertTextModeSupport: { valueSet: [1, 2] },
        labelDetailsSupport: true,
      },
      completionItemKind: { valueSet: enumerate(25) },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
    },
    hover: { ...dynamic, contentFormat: markup },
    signatureHelp: {
      ...dynamic,
      signatureInformation: {
        documentationFormat: markup,
        parameterInformation: { labelOffsetSupport: true },
        activeParameterSupport: true,
      },
    },
    definition: { ...dynamic, linkSupport: true },
    references: dynamic,
    documentHighlight: dynamic,
    documentSymbol: { ...dynamic, hierarchicalDocumentSymbolSupport: true, symbolKind: { valueSet: enumerate(26) } },
    codeAction: {
      ...dynamic,
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source', 'source.fixAll', 'source.organizeImports'] },
      },
    },
    codeLens: dynamic,
    formatting: dynamic,
    rangeFormatting: dynamic,
    onTypeFormatting: dynamic,
    rename: { ...dynamic, prepareSupport: true },
    documentLink: { ...dynamic, tooltipSupport: true },
    foldingRange: { ...dynamic, rangeLimit: 5000, lineFoldingOnly: true, foldingRange: { collapsedText: false } },
    selectionRange: dynamic,
    linkedEditingRange: dynamic,
    inlayHint: { ...dynamic, resolveSupport: { properties: ['tooltip'] } },
    semanticTokens: {
      ...dynamic,
      requests: { range: true, full: { delta: true } },
      tokenTypes:
        'namespace type class enum interface struct typeParameter parameter variable property enumMember event function method macro keyword modifier comment string number regexp operator decorator'.split(
          ' ',
        ),
      tokenModifiers:
        'declaration definition readonly static deprecated abstract async modification documentation defaultLibrary'.split(
          ' ',
        ),
      formats: ['relative'],
      overlappingTokenSupport: false,
      multilineTokenSupport: false,
      augmentsSyntaxTokens: true,
    },
  },
};
