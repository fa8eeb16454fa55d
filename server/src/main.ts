import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import packageFile from '../package.json' with { type: 'json' };
import { serve } from './lsp/server.ts';

// Speaks over stdio when started with --stdio, else over the IPC channel of the process that forked it.
const connection = createConnection(ProposedFeatures.all);
serve(connection, packageFile.version);
connection.listen();
