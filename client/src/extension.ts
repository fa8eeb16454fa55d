/** Where the parts of the extension are put together. */
import { setTimeout as delay } from 'node:timers/promises';
import { type ExtensionContext, window } from 'vscode';
import type { LanguageServer } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { inspectors } from './commands/inspect.ts';
import { languages } from './languages.ts';
import { localImages } from './model/localImages.ts';
import { Store } from './model/store.ts';
import { views } from './views/index.ts';
import { registerCommands } from './vscode/commands.ts';
import { virtualDocuments } from './vscode/documents.ts';
import { engineConnector, followEngineAddress } from './vscode/engineConnection.ts';
import { publishEngineStatus } from './vscode/engineStatus.ts';
import { imageTags } from './vscode/imageTags.ts';
import { runLanguageServer } from './vscode/languageClient.ts';
import { showView } from './vscode/treeView.ts';
import { editorUi } from './vscode/ui.ts';
import { editorWorkspace } from './vscode/workspace.ts';

export function activate(context: ExtensionContext): void {
  const logChannel = window.createOutputChannel('Dockwright', { log: true });
  const log = (line: string) => logChannel.info(line);
  const store = new Store({
    connect: engineConnector(log),
    delay: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
    log,
  });

  const images = localImages(store, delay);
  const languageServer = runLanguageServer(
    context.asAbsolutePath('dist/server.js'),
    languages.flatMap(({ id, glob }) => [{ language: id }, { pattern: glob }]),
    { images, imageTags: imageTags(images) },
    logChannel,
  );

  const records = virtualDocuments('dockwright', async (uri) => {
    const inspect = Object.entries(inspectors).find(([kind]) => uri.path.startsWith(`/${kind}/`))?.[1];
    const record = inspect && (await store.use((engine) => inspect(engine, uri.query)));
    return JSON.stringify(record, undefined, 2);
  });
  const rules = virtualDocuments('dockwright-rule', async (uri) => ruleText(languageServer, uri.query));

  const sidebar = views.map((view) => showView(view, store, context.workspaceState, log));
  const services = {
    store,
    ui: editorUi({ log: logChannel, memory: context.workspaceState, records, markdown: rules }),
    workspace: editorWorkspace(languages[0]?.glob ?? ''),
    languageServer,
    log: (line: string) => logChannel.error(line),
  };

  context.subscriptions.push(
    logChannel,
    { dispose: () => store.dispose() },
    languageServer,
    records,
    rules,
    ...sidebar,
    publishEngineStatus(store),
    followEngineAddress(store),
    ...registerCommands(commands, sidebar, services),
  );
}

async function ruleText(languageServer: LanguageServer, id: string): Promise<string> {
  return (await languageServer.ruleDocumentation(id)) ?? `There is no rule '${id}'.`;
}
