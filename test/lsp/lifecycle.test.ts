import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, it } from 'mocha';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { loadLanguages } from '../../server/src/languages.ts';
import { featureRequests } from '../../server/src/lsp/requests.ts';
import { Client, type ClientOptions, fullCapabilities } from './client.ts';

const uri = 'file:///project/Dockerfile';

describe('protocol: life of a document', () => {
  const clients: Client[] = [];
  const start = async (options?: ClientOptions): Promise<Client> => {
    const client = await Client.start(options);
    clients.push(client);
    return client;
  };
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.stop();
  });

  it('advertises what its languages have', async () => {
    const { capabilities } = (await start()).initialized;
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: false });
    assert.ok(capabilities.diagnosticProvider);
    assert.ok(capabilities.codeActionProvider);
    const languages = await loadLanguages();
    for (const { feature, method } of featureRequests) {
      assert.ok(
        languages.some(({ features }) => features[feature] !== undefined),
        `no language answers ${method}`,
      );
    }
  });

  it('answers pulled diagnostics, and says when nothing changed', async () => {
    const client = await start();
    const file = await client.open(uri, 'dockerfile', 'FROM alpine AS Build\nRUN true\n');
    const first = await file.ask<{ kind: string; resultId: string; items: { code: string }[] }>(
      'textDocument/diagnostic',
    );
    assert.equal(first.kind, 'full');
    assert.ok(first.items.some(({ code }) => code === 'stage-name-casing'));
    const again = await file.ask<{ kind: string }>('textDocument/diagnostic', { previousResultId: first.resultId });
    assert.equal(again.kind, 'unchanged');
    assert.deepEqual(client.published, []);
  });

  it('pushes diagnostics to clients that do not pull', async () => {
    const client = await start({ capabilities: {} });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    const file = await client.open(uri, 'dockerfile', 'FROM alpine:3.22 AS Build\nUSER x\n');
    assert.ok((await client.pushed(uri)).some(({ code }) => code === 'stage-name-casing'));
    await file.replace('Build', 'build');
    assert.ok((await client.pushed(uri)).every(({ code }) => code !== 'stage-name-casing'));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await file.ask('textDocument/hover');
    assert.deepEqual(client.published.at(-1)?.diagnostics, []);
  });

  it('keeps up with incremental edits, positions in UTF-16', async () => {
    const client = await start();
    const file = await client.open(uri, 'dockerfile', 'FROM alpine:3.22\nLABEL a="😀😀" b=c\nUSER x\nMAINTAINER me\n');
    await file.replace('😀"', '"');
    await file.replace('USER x\n', '');
    const maintainer = (await file.diagnostics()).find(({ code }) => code === 'maintainer-deprecated');
    assert.ok(maintainer);
    assert.match(file.at(maintainer.range), /^MAINTAINER/);
  });

  it('applies a fix, fixes all, and silences a finding', async () => {
    const client = await start();
    const file = await client.open(uri, 'dockerfile', 'FROM alpine:3.22 AS Build\nMAINTAINER me\nUSER x\n');
    const range = { start: { line: 0, character: 20 }, end: { line: 0, character: 20 } };
    const actions = await file.ask<CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics: [] } });
    const edits = (title: RegExp): TextEdit[] => {
      const action = actions.find((candidate) => title.test(candidate.title));
      assert.ok(action, actions.map((candidate) => candidate.title).join(', '));
      return action.edit?.changes?.[uri] ?? [];
    };
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    assert.match(file.with(preferred?.edit?.changes?.[uri] ?? []), /^FROM alpine:3\.22 AS build$/m);
    assert.match(file.with(edits(/Ignore 'stage-name-casing' here/)), /^# dockwright ignore=stage-name-casing\nFROM/);
    const [fixAll] = await file.ask<CodeAction[]>('textDocument/codeAction', {
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.equal(fixAll?.kind, 'source.fixAll.dockwright');
    assert.match(file.with(fixAll?.edit?.changes?.[uri] ?? []), /AS build\nLABEL org\.opencontainers\.image\.authors=/);
  });

  it('silences a finding where it is, in the file, and in the settings, and tells more about it', async () => {
    const client = await start({ initializationOptions: { commands: true } });
    const text =
      '# syntax=docker/dockerfile:1\nFROM alpine:3.23\nRUN sudo make && \\\n    sudo install\nMAINTAINER me\n';
    const file = await client.open(uri, 'dockerfile', text);
    const found = async () => (await file.diagnostics()).filter(({ code }) => code === 'no-sudo').length;
    assert.equal(await found(), 2);
    const range = (await file.diagnostics()).find(({ code }) => code === 'no-sudo')?.range;
    const actions = await file.ask<CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics: [] } });
    const action = (title: string): CodeAction => {
      const offered = actions.find((candidate) => candidate.title === title);
      assert.ok(offered, actions.map((candidate) => candidate.title).join(', '));
      assert.deepEqual(
        offered.diagnostics?.map(({ code }) => code),
        ['no-sudo'],
      );
      return offered;
    };

    for (const [title, line, comment] of [
      ["Ignore 'no-sudo' here", 2, '# dockwright ignore=no-sudo\n'],
      ["Ignore 'no-sudo' in this file", 1, '# dockwright ignore-file=no-sudo\n'],
    ] as const) {
      const edits = action(title).edit?.changes?.[uri] ?? [];
      const place = { line, character: 0 };
      assert.deepEqual(edits, [{ range: { start: place, end: place }, newText: comment }]);
      const next = line === 2 ? 'RUN' : 'FROM';
      await file.replace(next, comment + next);
      assert.equal(await found(), 0, title);
      await file.replace(comment, '');
      assert.equal(await found(), 2);
    }

    for (const [title, command] of [
      ["Turn off 'no-sudo' in settings", 'dockwright.turnOffRule'],
      ["Open documentation of 'no-sudo'", 'dockwright.openRuleDocumentation'],
    ] as const) {
      assert.deepEqual(action(title).command, { title, command, arguments: ['no-sudo'] });
    }
  });

  it('fixes all on save, safely fixable problems and no others', async () => {
    const client = await start();
    const text = 'FROM alpine:3.23\nRUN apk add curl\nRUN cd /tmp\nENV A b\nCMD echo $A\n';
    const file = await client.open(uri, 'dockerfile', text);
    const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
    const ask = (kind: string) =>
      file.ask<CodeAction[]>('textDocument/codeAction', {
        range,
        context: { diagnostics: [], only: [kind], triggerKind: 2 },
      });
    const [fixAll, another] = await ask('source.fixAll.dockwright');
    assert.equal(another, undefined);
    assert.equal(
      file.with(fixAll?.edit?.changes?.[uri] ?? []),
      'FROM alpine:3.23\nRUN apk add --no-cache curl\nRUN cd /tmp\nENV A=b\nCMD echo $A\n',
    );
    assert.equal((await ask('source')).length, 1);
    assert.deepEqual(await ask('source.organizeImports'), []);
    assert.deepEqual(await ask('source.fixAll.eslint'), []);
  });

  it('follows settings and their changes', async () => {
    const client = await start({ settings: { lint: { rules: { 'maintainer-deprecated': 'off' } } } });
    const file = await client.open(uri, 'dockerfile', 'FROM alpine:3.22\nMAINTAINER me\nUSER x\n');
    const codes = async () => (await file.diagnostics()).map(({ code }) => code);
    assert.ok(!(await codes()).includes('maintainer-deprecated'));
    client.settings = { lint: { rules: { 'buildkit/MaintainerDeprecated': 'error' } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const found = (await file.diagnostics()).find(({ code }) => code === 'maintainer-deprecated');
    assert.equal(found?.severity, 1);
    client.settings = { lint: { enable: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await codes(), []);
  });

  it('honours configuration files, and tells what is wrong with one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dockwright-'));
    try {
      const folderUri = pathToFileURL(folder).href;
      await writeFile(join(folder, '.hadolint.yaml'), 'ignored: [DL4000]\n');
      const client = await start({ workspaceFolder: folderUri });
      const file = await client.open(
        `${folderUri}/Dockerfile`,
        'dockerfile',
        'FROM alpine:3.22\nMAINTAINER me\nUSER x\n',
      );
      assert.ok((await file.diagnostics()).every(({ code }) => code !== 'maintainer-deprecated'));
      await writeFile(join(folder, '.hadolint.yaml'), 'ignored: 7\n');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: `${folderUri}/.hadolint.yaml`, type: 2 }],
      });
      assert.ok((await file.diagnostics()).some(({ code }) => code === 'maintainer-deprecated'));
      assert.ok(
        client.log.some((message) => message.includes('.hadolint.yaml:1')),
        client.log.join('\n'),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('survives documents it does not know, closed ones and strange requests', async () => {
    const client = await start();
    const other = await client.open('file:///project/main.go', 'go', 'package main\n');
    assert.equal(await other.ask('textDocument/hover'), null);
    const file = await client.open(uri, 'dockerfile', 'FROM alpine:3.22\n');
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.equal(await file.ask('textDocument/hover'), null);
    assert.deepEqual(await file.diagnostics(), []);
    const again = await client.open(uri, 'dockerfile', 'FROM alpine:3.22\n');
    assert.equal(await again.ask('textDocument/hover', { position: { line: 900, character: 900 } }), null);
  });

  it('takes broken, binary and huge text', async () => {
    const client = await start();
    for (const text of [
      '\0\u0001\uFFFD',
      '\uFEFFFROM a\r\nRUN \\\r\n',
      `FROM a\nRUN ${'x'.repeat(2_000_000)}`,
      'FROM',
      '',
    ]) {
      const file = await client.open(uri, 'dockerfile', text);
      assert.ok(Array.isArray(await file.diagnostics()));
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    }
    assert.deepEqual(
      client.log.filter((message) => message.includes('failed')),
      [],
    );
  });

  it('leaves binary and oversized documents alone, and says so', async () => {
    const client = await start();
    for (const text of ['FROM a\n\0\0', `FROM a\n${'RUN x\n'.repeat(2_000_000)}`]) {
      const file = await client.open(uri, 'dockerfile', text);
      assert.deepEqual(
        (await file.diagnostics()).map(({ code, severity }) => [code, severity]),
        [['left-alone', 3]],
      );
      assert.equal(await file.ask('textDocument/hover'), null);
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    }
  });

  it('refuses a cancelled request and goes on', async () => {
    const client = await start({ capabilities: { ...fullCapabilities } });
    const file = await client.open(uri, 'dockerfile', 'FROM alpine:3.22\nUSER x\n');
    const { connection } = client;
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const request = connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    source.cancel();
    await request.catch((error: { code: number }) => assert.equal(error.code, -32800));
    assert.ok(Array.isArray(await file.diagnostics()));
  });

  it('hands out the documentation of rules', async () => {
    const client = await start();
    const page = await client.connection.sendRequest<string>('dockwright/ruleDocumentation', {
      id: 'maintainer-deprecated',
    });
    assert.match(page, /^# maintainer-deprecated/);
    assert.equal(await client.connection.sendRequest('dockwright/ruleDocumentation', { id: 'nothing' }), null);
  });
});
