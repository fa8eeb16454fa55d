import './lsp/heap.ts';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import packageFile from '../package.json' with { type: 'json' };
import { serve } from './lsp/server.ts';
import { StreamReader, StreamWriter } from './lsp/stdio.ts';

// Speaks over stdio when started with --stdio, else over the IPC channel of the process that forked it.
if (process.argv.includes('--stdio')) {
  // Standard output belongs to the protocol.
  globalThis.console = new console.Console(process.stderr);
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamReader(process.stdin),
    new StreamWriter(process.stdout),
  );
  let isShutDown = false;
  connection.onShutdown(() => {
    isShutDown = true;
  });
  // A client that is gone says nothing any more.
  process.stdin.on('close', () => process.exit(isShutDown ? 0 : 1));
  process.stdin.on('end', () => process.exit(isShutDown ? 0 : 1));
  start(connection);
} else start(createConnection(ProposedFeatures.all));

function start(connection: Connection): void {
  serve(connection, packageFile.version);
  connection.listen();
}
