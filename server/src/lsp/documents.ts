import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language, Surroundings } from '../language.ts';
import type { SourceFile } from '../lint/linted.ts';

/** An open document. Its parsed form is made once per version, on first use. */
export class Document {
  readonly uri: string;
  readonly language: Language;
  private content: TextDocument;
  private parsed: SourceFile | undefined;
  /** The last parsed version, for the next one to take over what did not change. */
  private previous: SourceFile | undefined;
  private known: Surroundings | undefined;
  /** Compares with what was found before, to tell whether findings may have changed. */
  private knownText = '';
  private gathering: Promise<boolean> | undefined;
  private gatheredAt = 0;
  /** Counts everything that may change findings besides the text. */
  generation = 0;
  /** Settles when the files around were looked at for the first time, or that took too long. */
  ready: Promise<void> | undefined;

  constructor(uri: string, language: Language, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.language = language;
    this.content = TextDocument.create(uri, languageId, version, text);
  }

  /** What was seen of the files around last. */
  get surroundings(): Surroundings | undefined {
    return this.known;
  }

  get version(): number {
    return this.content.version;
  }

  get text(): string {
    return this.content.getText();
  }

  get file(): SourceFile {
    if (this.parsed === undefined) {
      this.parsed = this.language.parse(this.uri, this.text, this.known, this.previous);
      this.previous = undefined;
    }
    return this.parsed;
  }

  change(changes: TextDocumentContentChangeEvent[], version: number): void {
    this.content = TextDocument.update(this.content, changes, version);
    this.outdate();
  }

  private outdate(): void {
    this.previous = this.parsed ?? this.previous;
    this.parsed = undefined;
  }

  /**
   * Looks at the files around, at most once in a while. Answers true when they are other than before.
   *
   * @param gather asks the language; must not throw
   * @param freshFor milliseconds for which an earlier look still counts
   */
  refreshSurroundings(gather: (document: Document) => Promise<Surroundings>, freshFor: number): Promise<boolean> {
    if (this.gathering !== undefined) return this.gathering;
    if (Date.now() - this.gatheredAt < freshFor) return Promise.resolve(false);
    this.gathering = gather(this)
      .then((found) => {
        this.gatheredAt = Date.now();
        const text = JSON.stringify(found);
        if (text === this.knownText) return false;
        this.knownText = text;
        this.known = found;
        this.outdate();
        this.generation++;
        return true;
      })
      .finally(() => {
        this.gathering = undefined;
      });
    return this.gathering;
  }

  /** Makes the next `refreshSurroundings` look again. */
  forgetSurroundings(): void {
    this.gatheredAt = 0;
  }
}
