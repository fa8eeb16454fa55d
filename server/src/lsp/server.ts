import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CompletionItem,
  Connection,
  InitializeParams,
  InitializeResult,
  ServerCapabilities,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import {
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { LocalImage } from '../host.ts';
import type { FeatureContext, Language, Surroundings } from '../language.ts';
import { languageIdOf, languageIds } from '../languageIds.ts';
import { loadLanguage, loadLanguages } from '../languages.ts';
import { errorDocumentation, ruleDocumentation } from '../lint/documentation.ts';
import { codeActionKinds, codeActions } from './codeActions.ts';
import { DiagnosticsProvider } from './diagnostics.ts';
import { Document } from './documents.ts';
import { guarded } from './guard.ts';
import { NodeHost } from './host.ts';
import { type Call, type FeatureRequest, featureRequests, forgetDocument } from './requests.ts';
import { SettingsStore } from './settings.ts';

/** How long what was seen of the files around a document counts, in milliseconds. */
const SURROUNDINGS_FRESH_FOR = 2000;
/** How long the first findings of a document wait for a look at the files around it, in milliseconds. */
const LONGEST_WAIT = 300;

/** Files on disk that findings depend on. */
const WATCHED =
  '**/{.dockerignore,*.dockerignore,.hadolint.yaml,.hadolint.yml,dockwright.yaml,dockwright.yml,.dclintrc*,.env,*compose*.yaml,*compose*.yml,*Dockerfile*,*Containerfile*}';

/** What the client says of itself in `initializationOptions`. */
interface InitializationOptions {
  /** The client answers `dockwright/images` and `dockwright/imageTags`. */
  readonly engine?: boolean;
  /** The client has the commands of code actions: turning a rule off, opening its documentation. */
  readonly commands?: boolean;
}

/** Connects the languages to a client. Begins to listen when `connection.listen()` is called. */
export function serve(connection: Connection, version: string): void {
  const documents = new Map<string, Document>();
  const log = (message: string) => connection.console.error(message);
  let host = new NodeHost({ openText });
  let snippets = false;
  let watchesFiles = false;
  let hasFolders = false;
  let hasCommands = false;
  /**
   * Settles when every language asked for so far is loaded. Notifications and requests wait for it, which keeps them in
   * the order they came in.
   */
  let ready: Promise<unknown> = Promise.resolve();
  const settings = new SettingsStore(connection, () => host, log);
  const diagnostics = new DiagnosticsProvider(connection, settings, log);

  function openText(uri: string): string | undefined {
    return documents.get(uri)?.text;
  }

  connection.onInitialize((params): InitializeResult => {
    const { capabilities } = params;
    const options = initializationOptions(params);
    snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false;
    hasFolders = capabilities.workspace?.workspaceFolders ?? false;
    hasCommands = options.commands ?? false;
    watchesFiles = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    host = new NodeHost({
      openText,
      ...(options.engine === true && {
        images: () => connection.sendRequest<readonly LocalImage[] | undefined>('dockwright/images'),
        imageTags: (repository: string) =>
          connection.sendRequest<readonly string[] | undefined>('dockwright/imageTags', { repository }),
      }),
    });
    settings.initialize(params);
    diagnostics.initialize(params);
    return { capabilities: serverCapabilities(diagnostics.pulls), serverInfo: { name: 'dockwright', version } };
  });

  connection.onInitialized(() => {
    if (hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        settings.changeFolders(added, removed);
        everythingChanged();
      });
    }
    if (watchesFiles) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] });
    }
  });

  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings);
    everythingChanged();
  });

  connection.onDidChangeWatchedFiles(() => {
    host.forget();
    settings.forgetFiles();
    everythingChanged();
  });

  function everythingChanged(): void {
    for (const document of documents.values()) {
      document.forgetSurroundings();
      document.generation++;
      lookAround(document);
    }
    diagnostics.refresh(documents.values());
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version: number, text } }) => {
    const id = languageIdOf(uri, languageId);
    if (id === undefined) return;
    ready = Promise.all([loadLanguage(id), ready])
      .then(([language]) => {
        const document = new Document(uri, language, languageId, number, text);
        documents.set(uri, document);
        lookAround(document);
        diagnostics.schedule(document);
      })
      .catch((error: unknown) => log(`opening ${uri} failed: ${String(error)}`));
  });

  connection.onDidChangeTextDocument(async ({ textDocument, contentChanges }) => {
    await ready;
    const document = documents.get(textDocument.uri);
    if (document === undefined) return;
    document.change(contentChanges as TextDocumentContentChangeEvent[], textDocument.version);
    lookAround(document);
    diagnostics.schedule(document);
  });

  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    await ready;
    documents.delete(uri);
    diagnostics.forget(uri);
    settings.forget(uri);
    forgetDocument(uri);
  });

  function lookAround(document: Document): void {
    const { language } = document;
    if (language.surroundings === undefined) return;
    const gather = async (): Promise<Surroundings> => {
      try {
        return (await language.surroundings?.(document.file, host)) ?? {};
      } catch (error) {
        log(`looking around ${document.uri} failed: ${String(error)}`);
        return {};
      }
    };
    const isFirst = document.ready === undefined;
    const looked = document.refreshSurroundings(gather, SURROUNDINGS_FRESH_FOR).then((changed) => {
      if (changed && !isFirst && documents.get(document.uri) === document) diagnostics.refresh([document]);
    });
    document.ready ??= Promise.race([
      looked,
      new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT).unref()),
    ]);
  }

  function answer(request: FeatureRequest, params: Call['params'], token: CancellationToken): Promise<unknown> {
    return guarded<unknown>(request.method, token, log, null, async () => {
      await ready;
      const document = documents.get(params.textDocument.uri);
      if (document?.language.features[request.feature] === undefined || document.leftAlone !== undefined) return null;
      const context: FeatureContext = { host, settings: (await settings.of(document.uri)).features, snippets };
      const { version, file } = document;
      const findingsAt = (offset: number) => diagnostics.at(document, offset);
      const call: Call = { document, file, params, context, findingsAt };
      const result = await request.handle(document.language.features, call);
      // What was found while waiting for the outside world speaks of a text that is no longer there.
      if (document.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
      return result ?? null;
    });
  }

  for (const request of featureRequests) {
    connection.onRequest(request.method, (params: Call['params'], token: CancellationToken) =>
      answer(request, params, token),
    );
  }
  connection.onRequest('completionItem/resolve', (item: CompletionItem, token: CancellationToken) =>
    guarded('completionItem/resolve', token, log, item, async () => {
      const id = languageIds.find((known) => known === (item.data as { language?: string } | undefined)?.language);
      if (id === undefined) return item;
      return (await loadLanguage(id)).features.resolveCompletion?.(item) ?? item;
    }),
  );
  connection.onRequest('textDocument/codeAction', (params: CodeActionParams, token: CancellationToken) =>
    guarded<CodeAction[]>('textDocument/codeAction', token, log, [], async () => {
      await ready;
      const document = documents.get(params.textDocument.uri);
      return document === undefined ? [] : codeActions(await diagnostics.actionContext(document, hasCommands), params);
    }),
  );
  connection.onRequest('dockwright/ruleDocumentation', async ({ id }: { id: string }) =>
    documentationOf(id, await loadLanguages()),
  );
  diagnostics.listen(async (uri) => {
    await ready;
    return documents.get(uri);
  });
}

function initializationOptions({ initializationOptions: options }: InitializeParams): InitializationOptions {
  return typeof options === 'object' && options !== null ? (options as InitializationOptions) : {};
}

function serverCapabilities(pulls: boolean): ServerCapabilities {
  const offered: ServerCapabilities = {
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    ...(pulls && {
      diagnosticProvider: { identifier: 'dockwright', interFileDependencies: true, workspaceDiagnostics: false },
    }),
  };
  // Every request of the table is answered by some language; a test sees to that, so that none has to be loaded here.
  for (const { capability } of featureRequests) Object.assign(offered, capability);
  return offered;
}

/** Markdown about a rule or a kind of error; `null` when there is none of that name. */
function documentationOf(id: string, languages: readonly Language[]): string | null {
  for (const language of languages) {
    const rule = language.rules.find((candidate) => candidate.id === id);
    if (rule !== undefined) return ruleDocumentation(rule, language.id);
    const facts = language.errorFacts.find((candidate) => candidate.id === id);
    if (facts !== undefined) return errorDocumentation(facts, language.id);
  }
  return null;
}
