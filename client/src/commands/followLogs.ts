import type { Container } from '../engine/containers.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import type { LogEntry } from '../engine/logs.ts';
import type { Store } from '../model/store.ts';
import type { TerminalProgram, TerminalScreen } from '../ui/ui.ts';
import { command } from './command.ts';

export const followLogs = command({
  id: 'containers.followLogs',
  title: 'Follow Logs',
  icon: 'output',
  on: 'container',
  onProject: ['running', 'partial', 'stopped'],
  group: '2_look',
  inline: 1,
  async run({ store, ui }, containers) {
    const [first, ...more] = containers.map(({ name }) => name);
    if (first === undefined) return;
    const name = more.length === 0 ? `Logs: ${first}` : `Logs: ${first} + ${more.length}`;
    ui.openTerminal({ name, icon: 'output', program: logProgram(store, containers) });
  },
});

/** Shows the output of containers, side by side with their names when there are several, until the terminal closes. */
export function logProgram(store: Store, containers: readonly Pick<Container, 'name'>[]): TerminalProgram {
  const width = Math.max(...containers.map(({ name }) => name.length));
  return {
    async run(screen) {
      const release = store.watch();
      try {
        await Promise.all(
          containers.map(({ name }, index) => {
            const color = colors[index % colors.length] ?? '';
            const prefix = containers.length === 1 ? '' : `${color}${name.padEnd(width)} |${plain} `;
            return follow(store, name, prefix, screen);
          }),
        );
      } finally {
        release();
      }
      return 'keep';
    },
  };
}

/** Follows one container, also over the loss of the engine. */
async function follow(store: Store, name: string, prefix: string, screen: TerminalScreen): Promise<void> {
  const print = (text: string) => screen.write(`${prefix}${text}\r\n`);
  let last = '';
  let engine: Engine | undefined;
  while (!screen.signal.aborted) {
    engine = await connectedEngine(store, screen.signal, engine);
    if (!engine) return;
    try {
      for await (const entry of engine.followLogs(name, screen.signal, last)) {
        if (entry.kind === 'line') last = entry.time || last;
        print(text(entry, name));
      }
    } catch (error) {
      if (screen.signal.aborted) return;
      if (!(error instanceof EngineError) || error.kind !== 'unreachable') throw error;
      print(`${dim}The engine cannot be reached. The log goes on when it is back.${plain}`);
    }
  }
}

/** Waits for an engine, after a loss for another than before; `undefined` when the signal aborts first. */
async function connectedEngine(store: Store, signal: AbortSignal, lost?: Engine): Promise<Engine | undefined> {
  while (!signal.aborted) {
    if (store.status.kind === 'connected' && store.status.engine !== lost) return store.status.engine;
    await new Promise<void>((resolve) => {
      const done = () => {
        forget();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const forget = store.onDidChange(done);
      signal.addEventListener('abort', done);
    });
  }
  return undefined;
}

function text(entry: LogEntry, name: string): string {
  switch (entry.kind) {
    case 'line':
      return entry.text.replace(/\r$/, '');
    case 'started':
      return `${dim}'${name}' has started.${plain}`;
    case 'stopped': {
      const how = entry.exitCode === undefined ? 'is not running' : `ended with exit code ${entry.exitCode}`;
      return `${dim}'${name}' ${how}. The log goes on when it starts.${plain}`;
    }
    case 'removed':
      return `${dim}'${name}' was removed. The log goes on when a container of this name starts.${plain}`;
  }
}

const plain = '\u001b[0m';
const dim = '\u001b[2;3m';
const colors = ['36', '33', '32', '35', '34', '96', '93', '92', '95', '94'].map((code) => `\u001b[${code}m`);
