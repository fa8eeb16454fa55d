import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, it } from 'mocha';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { repository } from '../support/repository.ts';
import { fullCapabilities } from './client.ts';

describe('protocol: the bundled server over stdio', () => {
  for (const [name, file] of [
    ['of the extension', 'dist/server.js'],
    ['of the package', 'server/dist/server.cjs'],
  ] as const) {
    it(`${name} answers and ends when told to`, async () => {
      const child = spawn(process.execPath, [path.join(repository, file), '--stdio'], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      const connection = createProtocolConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      );
      connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
      connection.onRequest('client/registerCapability', () => null);
      connection.listen();
      await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: fullCapabilities,
      });
      await connection.sendNotification('initialized', {});
      for (const [uri, languageId, text] of [
        ['file:///a/Dockerfile', 'dockerfile', 'FROM alpine AS Build\n'],
        ['file:///a/compose.yaml', 'dockercompose', 'version: "3"\nservices:\n  a:\n    image: b:1\n'],
      ]) {
        await connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId, version: 1, text },
        });
        const report = await connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
          textDocument: { uri },
        });
        assert.ok(report.items.length > 0, `nothing found in ${uri}`);
      }
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const [code] = await ended;
      assert.equal(code, 0);
    });
  }
});
