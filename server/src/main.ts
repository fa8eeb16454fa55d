import './lsp/heap.ts';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import packageFile from '../package.json' with { type: 'json' };
import { MessageStream } from './lsp/messageStream.ts';
import { serve } from './lsp/server.ts';

// Speaks over stdio when started with --stdio, else over the IPC channel of the process that forked it.
const isStdio = process.argv.includes('--stdio');
// Standard output belongs to the protocol.
if (isStdio) globalThis.console = new console.Console(process.stderr);
const connection = isStdio
  ? createConnection(ProposedFeatures.all, process.stdin, new MessageStream(process.stdout))
  : createConnection(ProposedFeatures.all);
serve(connection, packageFile.version);
connection.listen();
