import { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import { isSpace } from './blanks.ts';
import { heredocMarkers } from './heredocs.ts';
import { parseJsonArray } from './json.ts';
import {
  type Comment,
  type Directive,
  type Heredoc,
  Instruction,
  type Item,
  keywordLength,
  type LineError,
  type Tree,
} from './tree.ts';

/** Bytes that BuildKit's line reader takes in one physical line. */
const LONGEST_LINE = 65_535;

const HASH = 35;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const OPEN_BRACKET = 91;

/** Reads a Dockerfile. Never fails; what BuildKit's line layer refuses is in `errors`, and the rest is read all the same. */
export function parse(text: string): Tree {
  return new Parser(text).parse();
}

class Parser {
  private readonly text: string;
  private position = 0;
  private escape = '\\';
  private escapeCode = 92;
  private readonly items: Item[] = [];
  private readonly directives: Directive[] = [];
  private readonly instructions: Instruction[] = [];
  private readonly errors: LineError[] = [];
  private remembered: Comment[] = [];

  constructor(text: string) {
    this.text = text;
  }

  parse(): Tree {
    const { text } = this;
    if (text.charCodeAt(0) === 0xfeff) this.position = 1;
    this.readDirectives();
    while (this.position < text.length) {
      const start = this.position;
      const end = this.endOfLine(start);
      const first = this.skipSpace(start, end);
      if (first === end) {
        this.position = this.afterLine(end);
      } else if (text.charCodeAt(first) === HASH) {
        this.addComment(start, first, end);
        this.position = this.afterLine(end);
      } else {
        this.readInstruction(first, end);
      }
    }
    this.checkLineLengths();
    if (text.length === 0 || (text.length === 1 && text.charCodeAt(0) === 0xfeff)) {
      this.errors.push({
        id: 'empty-file',
        at: { start: 0, end: text.length },
        message: "The file is empty. Begin with a FROM instruction, such as 'FROM alpine:3.22'.",
      });
    } else if (this.instructions.length === 0) {
      const last = this.items.at(-1)?.span ?? { start: 0, end: text.length };
      this.errors.push({
        id: 'no-instructions',
        at: last,
        message: "The file has no instructions. Begin with a FROM instruction, such as 'FROM alpine:3.22'.",
      });
    }
    return {
      text,
      escape: this.escape,
      items: this.items,
      directives: this.directives,
      instructions: this.instructions,
      errors: this.errors,
    };
  }

  /** End of the line that begins at `start`, without its line break. */
  private endOfLine(start: number): number {
    const { text } = this;
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    return end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  }

  /** Start of the line behind the one whose content ends at `end`. */
  private afterLine(end: number): number {
    const { text } = this;
    let next = end;
    if (text.charCodeAt(next) === CARRIAGE_RETURN) next++;
    if (text.charCodeAt(next) === LINE_FEED) next++;
    return next;
  }

  private skipSpace(start: number, end: number): number {
    let index = start;
    while (index < end && isSpace(this.text.charCodeAt(index))) index++;
    return index;
  }

  private readDirectives(): void {
    const { text } = this;
    let linesOpen = true;
    let optionsOpen = true;
    let isFirst = true;
    const seen = new Set<string>();
    while (this.position < text.length && (linesOpen || optionsOpen)) {
      const start = this.position;
      const end = this.endOfLine(start);
      const isShebang = isFirst && text.startsWith('#!', start);
      isFirst = false;
      const first = this.skipSpace(start, end);
      if (isShebang) {
        linesOpen = false;
        this.addComment(start, first, end);
        this.position = this.afterLine(end);
        continue;
      }
      const directive = text.charCodeAt(first) === HASH ? readDirective(text, first, end) : undefined;
      if (directive === undefined) break;
      if (first > start) optionsOpen = false;
      if (!linesOpen && !optionsOpen) break;
      const readBy = linesOpen ? (optionsOpen ? 'both' : 'lines') : 'options';
      if (!linesOpen && directive.name === 'escape') {
        // Behind a shebang only the option reader is at work, and it does not know escape.
        this.addComment(start, first, end);
        this.position = this.afterLine(end);
        continue;
      }
      const item: Directive = { ...directive, readBy };
      this.items.push(item);
      this.directives.push(item);
      if (linesOpen) {
        if (seen.has(item.name)) {
          this.errors.push({
            id: 'duplicate-directive',
            at: item.nameSpan,
            message: `Only one '${item.name}' directive may stand in a file. Remove this one or the one before.`,
          });
        } else if (item.name === 'escape') {
          if (item.value === '\\' || item.value === '`') {
            this.escape = item.value;
            this.escapeCode = item.value.charCodeAt(0);
          } else {
            this.errors.push({
              id: 'invalid-escape-directive',
              at: item.valueSpan,
              message: `'${item.value}' cannot be the escape character. Use '\\' or '\`'.`,
            });
          }
        }
        seen.add(item.name);
      }
      this.position = this.afterLine(end);
    }
  }

  private addComment(lineStart: number, hash: number, end: number): Comment {
    const comment = readComment(this.text, lineStart, hash, end);
    this.items.push(comment);
    if (comment.text === '') this.remembered = [];
    else this.remembered.push(comment);
    return comment;
  }

  /** `first` is the first character of the instruction, `end` the end of its first line. */
  private readInstruction(first: number, end: number): void {
    const { text } = this;
    const comments = this.remembered;
    this.remembered = [];
    let innerComments: Comment[] = NONE;
    let blankLines: Span[] = NONE;
    let head: MappedText;
    let last = end;
    let cut = this.continuation(first, end);
    if (cut === -1) {
      head = MappedText.plain(text.slice(first, end), first);
      this.position = this.afterLine(end);
    } else {
      const starts = [0];
      const offsets = [first];
      const pieces = [text.slice(first, cut)];
      let length = cut - first;
      this.position = this.afterLine(end);
      while (this.position < text.length) {
        const start = this.position;
        const lineEnd = this.endOfLine(start);
        const content = this.skipSpace(start, lineEnd);
        this.position = this.afterLine(lineEnd);
        last = lineEnd;
        if (content === lineEnd) {
          if (blankLines === NONE) blankLines = [];
          blankLines.push({ start, end: lineEnd });
          continue;
        }
        if (text.charCodeAt(content) === HASH) {
          if (innerComments === NONE) innerComments = [];
          innerComments.push(readComment(text, start, content, lineEnd));
          continue;
        }
        cut = this.continuation(start, lineEnd);
        const pieceEnd = cut === -1 ? lineEnd : cut;
        if (pieceEnd > start) {
          starts.push(length);
          offsets.push(start);
          pieces.push(text.slice(start, pieceEnd));
          length += pieceEnd - start;
        }
        if (cut === -1) break;
      }
      head = new MappedText(pieces.join(''), starts, offsets);
    }
    const trimmed = trimEnd(head);
    const leading = leadingSpace(trimmed.text);
    head = leading === 0 ? trimmed : trimmed.slice(leading);
    const keywordEnd = keywordLength(head.text);
    let heredocs: Heredoc[] = NONE;
    if (head.text.includes('<<') && takesHeredocs(head.text, keywordEnd)) {
      heredocs = this.readHeredocs(head);
      const final = heredocs.at(-1);
      if (final !== undefined) last = final.terminator?.end ?? text.length;
    }
    const instruction = new Instruction({
      fileText: text,
      span: { start: first, end: last },
      head,
      keywordEnd,
      escape: this.escape,
      comments,
      innerComments,
      blankLines,
      heredocs,
    });
    this.items.push(instruction);
    this.instructions.push(instruction);
  }

  /** Where the escape character that continues a line stands, or -1. */
  private continuation(start: number, end: number): number {
    const { text } = this;
    let index = end - 1;
    while (index >= start) {
      const code = text.charCodeAt(index);
      if (code !== SPACE && code !== TAB) break;
      index--;
    }
    if (index < start || text.charCodeAt(index) !== this.escapeCode) return -1;
    if (index > start && text.charCodeAt(index - 1) === this.escapeCode) return -1;
    return index;
  }

  private readHeredocs(head: MappedText): Heredoc[] {
    const markers = heredocMarkers(head);
    if (markers.length === 0) return NONE;
    const { text } = this;
    const heredocs: Heredoc[] = [];
    for (const { broken, ...marker } of markers) {
      if (broken) {
        this.errors.push({
          id: 'invalid-heredoc-name',
          at: marker.nameSpan,
          message: `The quotes of the heredoc delimiter '${text.slice(marker.nameSpan.start, marker.nameSpan.end)}' do not match. Close the quote.`,
        });
        continue;
      }
      const start = this.position;
      let terminator: Span | undefined;
      let bodyEnd = text.length;
      while (this.position < text.length) {
        const lineStart = this.position;
        const lineEnd = this.endOfLine(lineStart);
        this.position = this.afterLine(lineEnd);
        let from = lineStart;
        if (marker.chomp) while (text.charCodeAt(from) === TAB) from++;
        if (lineEnd - from === marker.name.length && text.startsWith(marker.name, from)) {
          terminator = { start: from, end: lineEnd };
          bodyEnd = lineStart;
          break;
        }
      }
      if (terminator === undefined) {
        this.errors.push({
          id: 'unterminated-heredoc',
          at: marker.marker,
          message: `No line ends the heredoc '${marker.name}'. Add a line that holds only '${marker.name}'.`,
        });
      }
      heredocs.push({ ...marker, body: { start, end: bodyEnd }, terminator });
    }
    return heredocs;
  }

  private checkLineLengths(): void {
    const { text } = this;
    // UTF-8 needs at most three bytes for each UTF-16 unit, so most files need no closer look.
    if (text.length * 3 <= LONGEST_LINE) return;
    let start = 0;
    while (start < text.length) {
      const newline = text.indexOf('\n', start);
      const end = newline === -1 ? text.length : newline;
      if ((end - start) * 3 > LONGEST_LINE && byteLength(text, start, end) > LONGEST_LINE) {
        this.errors.push({
          id: 'line-too-long',
          at: { start, end },
          message: `The line is longer than ${LONGEST_LINE} bytes, more than a build reads. Split it with continuations.`,
        });
      }
      start = end + 1;
    }
  }
}

/** One empty array for all; never written to. */
const NONE: never[] = [];

function readComment(text: string, lineStart: number, hash: number, end: number): Comment {
  return {
    kind: 'comment',
    span: { start: hash, end },
    text: text.slice(hash + 1, end).trim(),
    indented: hash > lineStart && text.charCodeAt(lineStart) !== 0xfeff,
  };
}

/** `# name = value`; the name is a letter followed by letters and digits. */
function readDirective(text: string, hash: number, end: number): Omit<Directive, 'readBy'> | undefined {
  let index = hash + 1;
  const skip = () => {
    while (index < end && isSpace(text.charCodeAt(index))) index++;
  };
  skip();
  const nameStart = index;
  while (index < end && isNameCharacter(text.charCodeAt(index), index === nameStart)) index++;
  const nameEnd = index;
  if (nameEnd === nameStart) return undefined;
  skip();
  if (text.charCodeAt(index) !== 61) return undefined;
  index++;
  skip();
  let valueEnd = end;
  while (valueEnd > index && isSpace(text.charCodeAt(valueEnd - 1))) valueEnd--;
  if (valueEnd <= index) return undefined;
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  if (name !== 'syntax' && name !== 'escape' && name !== 'check') return undefined;
  return {
    kind: 'directive',
    span: { start: hash, end: valueEnd },
    name,
    nameSpan: { start: nameStart, end: nameEnd },
    value: text.slice(index, valueEnd),
    valueSpan: { start: index, end: valueEnd },
  };
}

function isNameCharacter(code: number, first: boolean): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (!first && code >= 48 && code <= 57);
}

function trimEnd(source: MappedText): MappedText {
  const { text } = source;
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end === text.length ? source : source.slice(0, end);
}

function leadingSpace(text: string): number {
  let index = 0;
  while (index < text.length && isSpace(text.charCodeAt(index))) index++;
  return index;
}

const HEREDOC_INSTRUCTION = /^(?:ONBUILD[\t\v\f\r ]+)?(?:RUN|COPY|ADD)(?=[\t\v\f\r ]|$)/i;

/** RUN, COPY, ADD and those three behind ONBUILD, unless their arguments are a JSON array. */
function takesHeredocs(line: string, keywordEnd: number): boolean {
  if (keywordEnd > 7) return false;
  const match = HEREDOC_INSTRUCTION.exec(line);
  if (match === null) return false;
  let index = match[0].length;
  // Flags cannot hold a `[` at the start of a word that is not part of a flag, so the first such word decides.
  while (index < line.length) {
    while (index < line.length && isSpace(line.charCodeAt(index))) index++;
    if (!line.startsWith('--', index)) break;
    while (index < line.length && !isSpace(line.charCodeAt(index))) index++;
  }
  if (line.charCodeAt(index) !== OPEN_BRACKET) return true;
  return parseJsonArray(MappedText.plain(line.slice(index), 0)) === undefined;
}

function byteLength(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    // Each half of a surrogate pair counts for two of the four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
