import { type Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { configurationFile, findEndpoints, type Surroundings } from '../engine/endpoint.ts';
import type { Engine } from '../engine/engine.ts';
import type { Store } from '../model/store.ts';
import { engineHost } from '../settings.ts';

/**
 * A function that connects to the engine that settings and surroundings name. What talks to engines is loaded with the
 * first call. Why a place does not answer is logged once, however often it is tried.
 */
export function engineConnector(log: (line: string) => void): (signal: AbortSignal) => Promise<Engine> {
  const logged = new Set<string>();
  const logOnce = (line: string) => {
    if (!logged.has(line)) log(line);
    logged.add(line);
  };
  return async (signal) => {
    const { connect, thisMachine } = await import('../engine/connect.ts');
    const engine = await connect(engineSetting(), { surroundings: thisMachine(), log: logOnce }, signal);
    logged.clear();
    return engine;
  };
}

/** Reconnects when the setting or the active docker context names another engine than the one that is shown. */
export function followEngineAddress(store: Store): Disposable {
  const settings = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(engineHost)) store.reconnect();
  });
  let file: Disposable | undefined;
  const forget = store.onDidChange(() => {
    if (store.status.kind === 'idle' || file) return;
    file = watchDockerConfiguration(store);
  });
  return {
    dispose() {
      settings.dispose();
      file?.dispose();
      forget();
    },
  };
}

function watchDockerConfiguration(store: Store): Disposable {
  let surroundings: Promise<Surroundings> | undefined;
  const check = async () => {
    surroundings ??= import('../engine/connect.ts').then(({ thisMachine }) => thisMachine());
    const endpoints = await findEndpoints(engineSetting(), await surroundings).catch(() => []);
    const { status } = store;
    const shown = status.kind === 'connected' ? status.engine.endpoint : undefined;
    const isSame = endpoints.some(({ address, context }) => address === shown?.address && context === shown.context);
    if (!isSame) store.reconnect();
  };
  const path = configurationFile({ env: process.env, home: homeFolder() });
  const slash = path.lastIndexOf('/');
  const pattern = new RelativePattern(Uri.file(path.slice(0, slash)), path.slice(slash + 1));
  const watcher = workspace.createFileSystemWatcher(pattern);
  watcher.onDidChange(check);
  watcher.onDidCreate(check);
  watcher.onDidDelete(check);
  return watcher;
}

function engineSetting(): string {
  return workspace.getConfiguration().get<string>(engineHost, '');
}

function homeFolder(): string {
  return process.env.HOME ?? process.env.USERPROFILE ?? '';
}
