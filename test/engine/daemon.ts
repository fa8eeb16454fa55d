/** One Docker Engine for all tests of this level. */
import { connect, thisMachine } from '../../client/src/engine/connect.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { type Engine as Daemon, startEngine } from '../support/engine.ts';

let daemon: Daemon | undefined;
let client: Engine | undefined;

before(async function () {
  this.timeout(60_000);
  daemon = await startEngine();
  await daemon.importBusybox();
  client = await connectTo(daemon.dockerHost);
});

after(async function () {
  this.timeout(60_000);
  await daemon?.stop();
});

export const never = new AbortController().signal;

/** The daemon; from the first hook on. */
export function theDaemon(): Daemon {
  if (!daemon) throw new Error('The Docker Engine is not started yet.');
  return daemon;
}

/** Our client of it. */
export function theEngine(): Engine {
  if (!client) throw new Error('The Docker Engine is not started yet.');
  return client;
}

export function connectTo(address: string, env: Readonly<Record<string, string>> = {}): Promise<Engine> {
  return connect(address, { surroundings: { ...thisMachine(), env }, log: () => undefined }, never);
}

/** Starts a container of busybox. Answers its id. */
export function start(name: string, script = 'sleep infinity', ...options: string[]): Promise<string> {
  return theDaemon().docker('run', '--detach', '--init', '--name', name, ...options, 'busybox', 'sh', '-c', script);
}
