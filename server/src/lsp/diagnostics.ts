import type { Connection, DocumentDiagnosticReport, InitializeParams } from 'vscode-languageserver';
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver-types';
import type { ActionContext } from '../lint/codeActions.ts';
import type { Diagnostic, LogFailure } from '../lint/diagnostics.ts';
import type { SourceFile } from '../lint/linted.ts';
import { lint } from '../lint/run.ts';
import { toDiagnostic } from './convert.ts';
import type { Document } from './documents.ts';
import { guarded, type Log } from './guard.ts';
import type { SettingsStore } from './settings.ts';

interface Findings {
  readonly version: number;
  readonly generation: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Findings of open documents: pulled by clients that can, pushed to the others. Linted once per version. */
export class DiagnosticsProvider {
  private readonly connection: Connection;
  private readonly settings: SettingsStore;
  private readonly log: Log;
  /** What is shown; these findings have no fixes, see `lint`. */
  private readonly shown = new WeakMap<Document, Findings>();
  private readonly fixable = new WeakMap<Document, Findings>();
  private readonly scheduled = new Map<string, NodeJS.Timeout>();
  private canRefresh = false;
  /** Milliseconds that the last run took; the next push waits as long, so that typing is never slowed down. */
  private lastRun = 0;
  /** The client asks for diagnostics. */
  pulls = false;

  constructor(connection: Connection, settings: SettingsStore, log: Log) {
    this.connection = connection;
    this.settings = settings;
    this.log = log;
  }

  initialize({ capabilities }: InitializeParams): void {
    this.pulls = capabilities.textDocument?.diagnostic !== undefined;
    this.canRefresh = capabilities.workspace?.diagnostics?.refreshSupport ?? false;
  }

  /** Answers pulled diagnostics. */
  listen(documentOf: (uri: string) => Promise<Document | undefined>): void {
    this.connection.languages.diagnostics.on((params, token) =>
      guarded<DocumentDiagnosticReport>(
        'textDocument/diagnostic',
        token,
        this.log,
        { kind: 'full', items: [] },
        async () => {
          const document = await documentOf(params.textDocument.uri);
          if (document === undefined) return { kind: 'full', items: [] };
          await document.ready;
          const diagnostics = await this.of(document);
          const resultId = `${document.version}.${document.generation}`;
          if (params.previousResultId === resultId) return { kind: 'unchanged', resultId };
          return { kind: 'full', resultId, items: this.convert(document, diagnostics) };
        },
      ),
    );
  }

  /** The findings of the document's present version, without fixes: made anew only where the edit may have changed them. */
  private of(document: Document): Promise<readonly Diagnostic[]> {
    return this.lint(document, this.shown, true);
  }

  /** What is shown at an offset of the document's present version; nothing is linted for it. */
  at(document: Document, offset: number): readonly Diagnostic[] {
    const kept = this.shown.get(document);
    if (kept?.version !== document.version || kept.generation !== document.generation) return [];
    return kept.diagnostics.filter(({ at: { start, end } }) => start === offset || (start < offset && offset < end));
  }

  private async lint(
    document: Document,
    cache: WeakMap<Document, Findings>,
    remembers: boolean,
  ): Promise<readonly Diagnostic[]> {
    const { lint: configuration } = await this.settings.of(document.uri);
    const { version, generation } = document;
    const kept = cache.get(document);
    if (kept?.version === version && kept.generation === generation) return kept.diagnostics;
    const start = performance.now();
    const { leftAlone } = document;
    const diagnostics =
      leftAlone !== undefined
        ? [leftAloneDiagnostic(leftAlone)]
        : configuration === undefined
          ? []
          : lint(document.language, document.file, configuration, this.logRule(document.uri), remembers);
    if (remembers) this.lastRun = performance.now() - start;
    cache.set(document, { version, generation, diagnostics });
    return diagnostics;
  }

  /** What code actions need to know. */
  async actionContext(document: Document, commands: boolean): Promise<ActionContext<SourceFile>> {
    const { language, uri } = document;
    const diagnostics = await this.lint(document, this.fixable, false);
    const { file } = document;
    const { lint: configuration } = await this.settings.of(uri);
    const lintText = (text: string) =>
      configuration === undefined
        ? []
        : lint(language, language.parse(uri, text, document.surroundings), configuration, this.logRule(uri));
    return { linted: language, file, diagnostics, lintText, commands };
  }

  private logRule(uri: string): LogFailure {
    return (rule, error) =>
      this.log(`rule ${rule} failed on ${uri}: ${error instanceof Error ? error.stack : String(error)}`);
  }

  /** Pushes findings soon, unless the client pulls them. */
  schedule(document: Document): void {
    if (this.pulls) return;
    clearTimeout(this.scheduled.get(document.uri));
    const timer = setTimeout(() => void this.push(document), this.lastRun < 10 ? 0 : Math.min(this.lastRun, 500));
    this.scheduled.set(document.uri, timer);
  }

  /** Something besides the text changed. */
  refresh(documents: Iterable<Document>): void {
    if (!this.pulls) for (const document of documents) this.schedule(document);
    else if (this.canRefresh) void this.connection.languages.diagnostics.refresh();
  }

  forget(uri: string): void {
    clearTimeout(this.scheduled.get(uri));
    this.scheduled.delete(uri);
    if (!this.pulls) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private async push(document: Document): Promise<void> {
    try {
      await document.ready;
      const diagnostics = await this.of(document);
      const { uri, version } = document;
      if (!this.scheduled.has(uri)) return;
      await this.connection.sendDiagnostics({ uri, version, diagnostics: this.convert(document, diagnostics) });
    } catch (error) {
      this.log(`publishing diagnostics of ${document.uri} failed: ${String(error)}`);
    }
  }

  private convert({ uri, file }: Document, diagnostics: readonly Diagnostic[]): LspDiagnostic[] {
    return diagnostics.map((diagnostic) => toDiagnostic(uri, file.lines, diagnostic));
  }
}

/** Stands at the top of a document that nothing else is said about. */
function leftAloneDiagnostic(reason: string): Diagnostic {
  return {
    ruleId: 'left-alone',
    aliases: [],
    severity: 'info',
    message: `This file ${reason} and is left alone. Check that it is the file you meant.`,
    at: { start: 0, end: 0 },
    suppressible: false,
  };
}
