import { type Disposable, type LogOutputChannel, languages, type TextDocument, workspace } from 'vscode';
import type { LanguageClient as Client } from 'vscode-languageclient/node';
import type { LanguageServer } from '../commands/command.ts';
import type { LocalImage } from '../model/localImages.ts';

/** What the language server may ask. */
export interface EngineAnswers {
  images(): Promise<readonly LocalImage[] | undefined>;
  imageTags(repository: string): Promise<readonly string[] | undefined>;
}

interface DocumentFilter {
  readonly language?: string;
  readonly pattern?: string;
}

/**
 * Runs the language server in its own process, from the first document of its languages on. Before that, nothing of it
 * is loaded.
 */
export function runLanguageServer(
  module: string,
  filters: readonly DocumentFilter[],
  answers: EngineAnswers,
  log: LogOutputChannel,
): LanguageServer & Disposable {
  let starting: Promise<Client | undefined> | undefined;
  const start = () => {
    starting ??= startClient(module, filters, answers, log).catch((error: unknown) => {
      log.error(`The language server did not start: ${String(error)}`);
      return undefined;
    });
    return starting;
  };
  const isOurs = (document: TextDocument) => languages.match([...filters], document) > 0;
  const opening = workspace.onDidOpenTextDocument((document) => {
    if (isOurs(document)) void start();
  });
  if (workspace.textDocuments.some(isOurs)) void start();
  return {
    async restart() {
      const client = await starting;
      if (client) await client.restart();
      else {
        starting = undefined;
        await start();
      }
    },
    async ruleDocumentation(id) {
      const client = await start();
      return (await client?.sendRequest<string | null>('dockwright/ruleDocumentation', { id })) ?? undefined;
    },
    async dispose() {
      opening.dispose();
      await (await starting)?.dispose();
    },
  };
}

async function startClient(
  module: string,
  filters: readonly DocumentFilter[],
  answers: EngineAnswers,
  log: LogOutputChannel,
): Promise<Client> {
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const run = { module, transport: TransportKind.ipc };
  const client = new LanguageClient(
    'dockwright',
    'Dockwright',
    { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
    {
      documentSelector: filters.flatMap((filter) => ['file', 'untitled'].map((scheme) => ({ scheme, ...filter }))),
      outputChannel: log,
      traceOutputChannel: log,
      initializationOptions: { engine: true, commands: true },
      synchronize: { configurationSection: 'dockwright' },
    },
  );
  // JSON has no `undefined`.
  client.onRequest('dockwright/images', async () => (await answers.images()) ?? null);
  client.onRequest(
    'dockwright/imageTags',
    async ({ repository }: { readonly repository: string }) => (await answers.imageTags(repository)) ?? null,
  );
  await client.start();
  return client;
}
