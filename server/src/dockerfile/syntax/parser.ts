import { detached } from '../../text/detached.ts';
import { firstIndex } from '../../text/firstIndex.ts';
import { MappedText } from '../../text/mappedText.ts';
import { MovingSpan, type Origin, type Span } from '../../text/span.ts';
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
  type Source,
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

/**
 * Reads a Dockerfile. Never fails; what BuildKit's line layer refuses is in `errors`, and the rest is read all the same.
 *
 * @param previous the tree of an earlier version of the text: instructions that an edit left alone are taken from it, so
 * it must not be used any more afterwards
 */
export function parse(text: string, previous?: Tree): Tree {
  return (previous && reparse(text, previous)) ?? new Parser(text).parse();
}

/** Reads only what lies between the parts that both texts share. `undefined` when that is not safe. */
function reparse(text: string, previous: Tree): Tree | undefined {
  const { text: old, items, instructions, escape: escapeCharacter } = previous;
  if (previous.errors.length > 0) return undefined;
  if (text === old) return previous;
  const prefix = commonPrefix(old, text);
  const suffix = commonSuffix(old, text, Math.min(old.length, text.length) - prefix);
  // Reading begins behind the last instruction that ends, line break included, before the first difference.
  let kept = firstIndex(items, (item) => behindLine(old, item.span.end) > prefix);
  while (kept > 0 && !isComplete(old, items[kept - 1])) kept--;
  const last = items[kept - 1];
  if (last === undefined) return undefined;
  const parser = new Parser(text, previous);
  parser.position = behindLine(old, last.span.end);
  const delta = text.length - old.length;
  let next = kept;
  let resumed = items.length;
  while (parser.position < text.length) {
    if (!parser.readItem()) continue;
    const position = parser.position - delta;
    if (position < old.length - suffix || position >= old.length) continue;
    // Behind an instruction that ends at the same place in both texts, everything is as it was.
    while (next < items.length && behindLine(old, items[next]?.span.end ?? 0) < position) next++;
    const twin = items[next];
    if (twin?.kind === 'instruction' && behindLine(old, twin.span.end) === position && endsLine(old, twin)) {
      resumed = next + 1;
      break;
    }
  }
  const before = firstIndex(instructions, (instruction) => instruction.span.start > last.span.start);
  const removed = items.slice(kept, resumed);
  let gone = 0;
  for (const item of removed) if (item.kind === 'instruction') gone++;
  const tail = items.slice(resumed);
  for (let index = 0; index < tail.length; index++) (tail[index] as Item).origin.offset += delta;
  parser.checkLineLengths();
  const { source } = previous;
  source.text = text;
  return {
    text,
    source,
    escape: escapeCharacter,
    items: [...items.slice(0, kept), ...parser.items, ...tail],
    directives: previous.directives,
    instructions: [...instructions.slice(0, before), ...parser.instructions, ...instructions.slice(before + gone)],
    errors: parser.errors,
    edit: { at: before, removed, added: parser.items },
  };
}

/** Start of the line behind the one whose content ends at `end`. */
function behindLine(text: string, end: number): number {
  let next = end;
  if (text.charCodeAt(next) === CARRIAGE_RETURN) next++;
  if (text.charCodeAt(next) === LINE_FEED) next++;
  return next;
}

/** An instruction that text behind it cannot become a part of: the last one may end in a continuation. */
function isComplete(text: string, item: Item | undefined): boolean {
  return item?.kind === 'instruction' && endsLine(text, item) && behindLine(text, item.span.end) < text.length;
}

function endsLine(text: string, item: Item | undefined): boolean {
  return item !== undefined && text.charCodeAt(behindLine(text, item.span.end) - 1) === LINE_FEED;
}

/** Texts are compared in blocks, which the engine does far faster than single characters; then in ever smaller ones. */
const BLOCK = 4096;

function commonPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let index = 0;
  for (let size = BLOCK; size > 0; size >>= 1) {
    while (index + size <= limit && a.slice(index, index + size) === b.slice(index, index + size)) index += size;
  }
  return index;
}

function commonSuffix(a: string, b: string, limit: number): number {
  let length = 0;
  for (let size = BLOCK; size > 0; size >>= 1) {
    while (
      length + size <= limit &&
      a.slice(a.length - length - size, a.length - length) === b.slice(b.length - length - size, b.length - length)
    ) {
      length += size;
    }
  }
  return length;
}

class Parser {
  private readonly text: string;
  private readonly source: Source;
  position = 0;
  private escape = '\\';
  private escapeCode = 92;
  /** Reading a part of a later version: what is kept must not hold on to that version's whole text. */
  private readonly isPart: boolean;
  readonly items: Item[] = [];
  private readonly directives: Directive[] = [];
  readonly instructions: Instruction[] = [];
  readonly errors: LineError[] = [];
  private remembered: Comment[] = [];

  /** @param previous given when a part behind the directives is read anew */
  constructor(text: string, previous?: Tree) {
    this.text = text;
    this.source = previous?.source ?? { text };
    this.isPart = previous !== undefined;
    if (previous !== undefined) {
      this.escape = previous.escape;
      this.escapeCode = previous.escape.charCodeAt(0);
    }
  }

  parse(): Tree {
    const { text } = this;
    if (text.charCodeAt(0) === 0xfeff) this.position = 1;
    this.readDirectives();
    while (this.position < text.length) this.readItem();
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
      source: this.source,
      escape: this.escape,
      items: this.items,
      directives: this.directives,
      instructions: this.instructions,
      errors: this.errors,
      edit: undefined,
    };
  }

  /** Reads a blank line, a comment or an instruction; true when it was an instruction. */
  readItem(): boolean {
    const start = this.position;
    const end = this.endOfLine(start);
    const first = this.skipSpace(start, end);
    if (first !== end && this.text.charCodeAt(first) !== HASH) {
      this.readInstruction(first, end);
      return true;
    }
    if (first !== end) this.addComment(start, first, end);
    this.position = this.afterLine(end);
    return false;
  }

  private own(text: string): string {
    return this.isPart ? detached(text) : text;
  }

  /** End of the line that begins at `start`, without its line break. */
  private endOfLine(start: number): number {
    const { text } = this;
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    return end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
  }

  private afterLine(end: number): number {
    return behindLine(this.text, end);
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
      const item: Directive = { readBy, ...directive };
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
    const comment = this.readComment(lineStart, hash, end, { offset: hash });
    this.items.push(comment);
    if (comment.text === '') this.remembered = [];
    else this.remembered.push(comment);
    return comment;
  }

  private readComment(lineStart: number, hash: number, end: number, origin: Origin): Comment {
    const { text } = this;
    return {
      kind: 'comment',
      origin,
      span: new MovingSpan(origin, hash - origin.offset, end - origin.offset),
      text: this.own(text.slice(hash + 1, end).trim()),
      indented: hash > lineStart && text.charCodeAt(lineStart) !== 0xfeff,
    };
  }

  /** `first` is the first character of the instruction, `end` the end of its first line. */
  private readInstruction(first: number, end: number): void {
    const { text } = this;
    const origin: Origin = { offset: first };
    const comments = this.remembered;
    this.remembered = [];
    let innerComments: Comment[] = NONE;
    let blankLines: Span[] = NONE;
    let head: MappedText;
    let last = end;
    let cut = this.continuation(first, end);
    if (cut === -1) {
      head = MappedText.plain(this.own(text.slice(first, end)), first, origin);
      this.position = this.afterLine(end);
    } else {
      const starts = [0];
      const offsets = [0];
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
          blankLines.push(new MovingSpan(origin, start - first, lineEnd - first));
          continue;
        }
        if (text.charCodeAt(content) === HASH) {
          if (innerComments === NONE) innerComments = [];
          innerComments.push(this.readComment(start, content, lineEnd, origin));
          continue;
        }
        cut = this.continuation(start, lineEnd);
        const pieceEnd = cut === -1 ? lineEnd : cut;
        if (pieceEnd > start) {
          starts.push(length);
          offsets.push(start - first);
          pieces.push(text.slice(start, pieceEnd));
          length += pieceEnd - start;
        }
        if (cut === -1) break;
      }
      head = new MappedText(this.own(pieces.join('')), starts, offsets, origin);
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
      source: this.source,
      span: new MovingSpan(origin, 0, last - first),
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
    const { origin } = head;
    const heredocs: Heredoc[] = [];
    for (const marker of markers) {
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
          terminator = new MovingSpan(origin, from - origin.offset, lineEnd - origin.offset);
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
      const body = new MovingSpan(origin, start - origin.offset, bodyEnd - origin.offset);
      heredocs.push({ body, terminator, ...marker });
    }
    return heredocs;
  }

  checkLineLengths(): void {
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
    origin: { offset: hash },
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
