/** A client and a server in this process, joined by streams, that speak the real protocol. */
import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Diagnostic, Position, Range, TextEdit } from 'vscode-languageserver-types';
import { serve } from '../../server/src/lsp/server.ts';

/** Capabilities of an editor that can everything the server makes use of. */
export const fullCapabilities = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    publishDiagnostics: {},
  },
  workspace: {
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

export interface ClientOptions {
  readonly capabilities?: object;
  readonly workspaceFolder?: string;
  /** The value of the settings section `dockwright`. */
  readonly settings?: unknown;
  readonly initializationOptions?: object;
}

export class Client {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the server said on its log and in messages. */
  readonly log: string[] = [];
  initialized: InitializeResult = { capabilities: {} };
  settings: unknown;
  private version = 0;
  private readonly waiting: (() => void)[] = [];

  private constructor(connection: ProtocolConnection, settings: unknown) {
    this.connection = connection;
    this.settings = settings;
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    serve(server, '0.0.0');
    server.listen();
    const client = new Client(
      createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
      options.settings ?? {},
    );
    const { connection } = client;
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => client.settings),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.published.push(params);
      for (const wake of client.waiting.splice(0)) wake();
    });
    for (const method of ['window/logMessage', 'window/showMessage']) {
      connection.onNotification(method, ({ message }: { message: string }) => void client.log.push(message));
    }
    connection.listen();
    client.initialized = await connection.sendRequest('initialize', {
      processId: null,
      rootUri: options.workspaceFolder ?? null,
      workspaceFolders: options.workspaceFolder === undefined ? null : [{ uri: options.workspaceFolder, name: 'test' }],
      capabilities: options.capabilities ?? fullCapabilities,
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }

  /** Opens a document; the text may hold `‸`, the cursor, which is taken out. */
  async open(uri: string, languageId: string, marked: string): Promise<Opened> {
    const offset = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: ++this.version, text },
    });
    return new Opened(this, uri, text, positionAt(text, Math.max(0, offset)));
  }

  nextVersion(): number {
    return ++this.version;
  }

  /** Waits for pushed diagnostics of a document's latest version. */
  async pushed(uri: string): Promise<Diagnostic[]> {
    for (;;) {
      const last = this.published.findLast((params) => params.uri === uri && (params.version ?? 0) === this.version);
      if (last !== undefined) return last.diagnostics;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }
}

/** An open document. */
export class Opened {
  readonly client: Client;
  readonly uri: string;
  readonly cursor: Position;
  text: string;

  constructor(client: Client, uri: string, text: string, cursor: Position) {
    this.client = client;
    this.uri = uri;
    this.text = text;
    this.cursor = cursor;
  }

  /** Sends a request about the document, at the cursor. */
  ask<Result>(method: string, extra: object = {}): Promise<Result> {
    return this.client.connection.sendRequest(method, {
      textDocument: { uri: this.uri },
      position: this.cursor,
      ...extra,
    });
  }

  /** Types over the first occurrence of a text. */
  async replace(old: string, by: string): Promise<void> {
    const start = this.text.indexOf(old);
    const range = { start: positionAt(this.text, start), end: positionAt(this.text, start + old.length) };
    this.text = this.text.replace(old, () => by);
    await this.client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.client.nextVersion() },
      contentChanges: [{ range, text: by }],
    });
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { identifier: 'dockwright' });
    return report.items;
  }

  /** The text of a range. */
  at({ start, end }: Range): string {
    return this.text.slice(offsetAt(this.text, start), offsetAt(this.text, end));
  }

  /** The text with edits applied. */
  with(edits: readonly TextEdit[]): string {
    let text = this.text;
    const placed = edits.map((edit) => ({
      start: offsetAt(this.text, edit.range.start),
      end: offsetAt(this.text, edit.range.end),
      newText: edit.newText,
    }));
    for (const { start, end, newText } of placed.sort((a, b) => b.start - a.start)) {
      text = text.slice(0, start) + newText + text.slice(end);
    }
    return text;
  }
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function offsetAt(text: string, { line, character }: Position): number {
  const lines = text.split('\n');
  return lines.slice(0, line).reduce((sum, current) => sum + current.length + 1, 0) + character;
}
