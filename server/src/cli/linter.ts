import type { Language, Surroundings } from '../language.ts';
import { languageIdOf } from '../languageIds.ts';
import { loadLanguage } from '../languages.ts';
import type { Configuration } from '../lint/configuration.ts';
import type { Diagnostic } from '../lint/diagnostics.ts';
import { fixAll } from '../lint/fix.ts';
import type { SourceFile } from '../lint/linted.ts';
import { lint } from '../lint/run.ts';
import { Lines } from '../text/lines.ts';
import type { Cache } from './cache.ts';
import type { Configurations } from './configurations.ts';
import type { FileHost, Seen } from './fileHost.ts';
import { formatted } from './formatted.ts';
import type { Io } from './io.ts';
import { displayPath, nameOf, parentPath, uriOf } from './paths.ts';
import { reasonOf } from './reason.ts';
import { type FileResult, type ReportedFinding, reported } from './results.ts';
import { decode, MAXIMUM_SIZE, NotText, tooLarge } from './text.ts';

export interface LintOptions {
  readonly fix: boolean;
  /** Also reports files that `dockwright format` would change. */
  readonly checkFormat: boolean;
}

/** Lints files one after another; what goes wrong with one is told, and the others go on. */
export class Linter {
  /** Something could not be linted. */
  failed = false;
  fixed = 0;
  fixedFiles = 0;
  private readonly io: Io;
  private readonly configurations: Configurations;
  private readonly host: FileHost;
  private readonly options: LintOptions;
  private readonly cache: Cache | undefined;

  constructor(io: Io, configurations: Configurations, host: FileHost, options: LintOptions, cache?: Cache) {
    this.io = io;
    this.configurations = configurations;
    this.host = host;
    this.options = options;
    this.cache = cache;
  }

  /** One after another, in their order. */
  async files(paths: readonly string[]): Promise<readonly (FileResult | undefined)[]> {
    const results: (FileResult | undefined)[] = [];
    for (const path of paths) results.push(await this.file(path));
    return results;
  }

  /** `undefined` for files that are not to be linted, or cannot be. */
  async file(path: string): Promise<FileResult | undefined> {
    const shown = displayPath(this.io.cwd, path);
    try {
      const { resolver } = await this.configurations.of(parentPath(path) ?? '/');
      if (resolver.isIgnored(path)) return undefined;
      const size = this.io.files.size(path);
      if (size > MAXIMUM_SIZE) throw new NotText(tooLarge(size));
      const bytes = this.io.files.read(path);
      const configuration = resolver.configurationFor(path);
      const key = this.cache === undefined ? '' : JSON.stringify([configuration, this.options.checkFormat]);
      const known = this.cache?.find(path, bytes, key, this.host);
      if (known !== undefined && !(this.options.fix && known.some(({ fixable }) => fixable))) {
        return { path: shown, findings: known };
      }
      const seen: Seen = { files: new Map(), folders: new Map() };
      if (this.cache !== undefined) this.host.watch(seen);
      const { text, encode } = decode(bytes);
      const result = await this.text(path, shown, text, configuration);
      let content = bytes;
      if (result.text !== text) {
        if (encode === undefined) throw new NotText('is not valid UTF-8, so it cannot be fixed');
        content = encode(result.text);
        this.io.files.write(path, content);
        this.host.forget(path);
        this.fixedFiles++;
      }
      this.cache?.keep(path, content, key, seen, result.findings);
      return { path: shown, findings: result.findings };
    } catch (error) {
      this.fail(shown, error);
      return undefined;
    }
  }

  /** Lints, and with `fix` fixes, a text; `path` is that of the file it stands for. */
  async text(
    path: string | undefined,
    shown: string,
    text: string,
    configuration: Configuration,
  ): Promise<{ findings: readonly ReportedFinding[]; text: string }> {
    const language = await languageFor(path ?? shown);
    if (language === undefined) return { text, findings: [] };
    const uri = path === undefined ? 'untitled:stdin' : uriOf(path);
    let file = language.parse(uri, text);
    let surroundings: Surroundings | undefined;
    if (path !== undefined && language.surroundings !== undefined) {
      surroundings = await language.surroundings(file, this.host);
      file = language.parse(uri, text, surroundings, file);
    }
    const lintFile = (parsed: SourceFile): readonly Diagnostic[] =>
      lint(language, parsed, configuration, (ruleId, error) => this.ruleFailed(ruleId, shown, error));
    let diagnostics = lintFile(file);
    if (this.options.fix && diagnostics.some(({ fixes }) => fixes !== undefined)) {
      const lintText = (changed: string): readonly Diagnostic[] =>
        changed === text ? diagnostics : lintFile(language.parse(uri, changed, surroundings));
      const fixed = fixAll(text, lintText);
      if (fixed.text !== text) {
        this.fixed += fixed.fixed;
        file = language.parse(uri, fixed.text, surroundings);
        diagnostics = lintFile(file);
      }
    }
    const findings = diagnostics.map((diagnostic) => reported(diagnostic, file.lines));
    return { text: file.text, findings: this.options.checkFormat ? withFormat(findings, language, file) : findings };
  }

  /** Counts what was done elsewhere. */
  add({ failed, fixed, fixedFiles }: Pick<Linter, 'failed' | 'fixed' | 'fixedFiles'>): void {
    this.failed ||= failed;
    this.fixed += fixed;
    this.fixedFiles += fixedFiles;
  }

  fail(shown: string, error: unknown): void {
    this.failed = true;
    const reason = error instanceof NotText ? error.message : `cannot be linted: ${reasonOf(error)}`;
    this.io.error(`dockwright: ${shown} ${reason}\n`);
  }

  private ruleFailed(ruleId: string, shown: string, error: unknown): void {
    this.failed = true;
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.io.error(`dockwright: rule '${ruleId}' failed on ${shown}; the other rules went on. ${details}\n`);
  }
}

/** Files that were named outright are linted whatever their name. */
export async function languageFor(path: string): Promise<Language | undefined> {
  return await loadLanguage(languageIdOf(path) ?? (/\.ya?ml$/i.test(nameOf(path)) ? 'compose' : 'dockerfile'));
}

function withFormat(
  findings: readonly ReportedFinding[],
  language: Language,
  file: SourceFile,
): readonly ReportedFinding[] {
  const text = formatted(language, file);
  if (text === file.text) return findings;
  let difference = 0;
  while (text[difference] === file.text[difference]) difference++;
  const { line } = new Lines(file.text).position(difference);
  const finding: ReportedFinding = {
    ruleId: 'format',
    aliases: [],
    severity: 'warning',
    message: "The file is not formatted. Run 'dockwright format'.",
    line: line + 1,
    column: 1,
    endLine: line + 1,
    endColumn: file.lines.end(line) - file.lines.start(line) + 1,
    fixable: false,
  };
  return [...findings, finding].sort((a, b) => a.line - b.line || a.column - b.column);
}
