import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language, Surroundings } from '../language.ts';
import type { SourceFile } from '../lint/linted.ts';

/** Longer documents are left alone: nobody writes them by hand. UTF-16 units. */
const LONGEST = 10 * 1024 * 1024;
/** How far into a document a NUL character makes it binary. */
const BINARY_WITHIN = 8192;

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

  /** Why the document is not looked at, as the end of a sentence about it; `undefined` for text of a sensible length. */
  get leftAlone(): string | undefined {
    const { text } = this;
    if (text.length > LONGEST) return `is longer than ${LONGEST / 1024 / 1024} million characters`;
    return text.slice(0, BINARY_WITHIN).includes('\0') ? 'is binary' : undefined;
  }

  /** What features work on: empty for a document that is left alone. */
  get file(): SourceFile {
    if (this.parsed === undefined) {
      const text = this.leftAlone === undefined ? this.text : '';
      this.parsed = this.language.parse(this.uri, text, this.known, this.previous);
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
