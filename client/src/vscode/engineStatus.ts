import { commands, type Disposable } from 'vscode';
import type { Status, Store } from '../model/store.ts';

/** Tells the manifest's `when` clauses how it stands with the engine, so that the views can say what to do next. */
export function publishEngineStatus(store: Store): Disposable {
  let published = '';
  const publish = () => {
    const state = stateFor(store.status);
    if (state === published) return;
    published = state;
    void commands.executeCommand('setContext', 'dockwright.engine', state);
  };
  publish();
  return { dispose: store.onDidChange(publish) };
}

function stateFor(status: Status): string {
  switch (status.kind) {
    case 'idle':
    case 'connecting':
      return 'unknown';
    case 'connected':
    case 'reconnecting':
      return 'connected';
    case 'failed':
      return status.error.kind === 'denied' ? 'denied' : 'unreachable';
  }
}
