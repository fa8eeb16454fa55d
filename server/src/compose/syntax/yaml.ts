import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml';
import type { Span } from '../../text/span.ts';
import { chunksOf } from './chunks.ts';
import { Alias, Entry, Mapping, type Node, type Property, Scalar, type ScalarStyle, Sequence } from './tree.ts';

/** Something a YAML reader refuses. */
export interface YamlProblem {
  readonly kind: 'syntax' | 'duplicate-key' | 'tab' | 'alias' | 'unreadable';
  /** Stays on one line. */
  readonly at: Span;
  readonly message: string;
  readonly related?: { readonly at: Span; readonly message: string };
}

export interface YamlDocument {
  readonly root: Node | undefined;
  /** From behind its `---` to the end of its content. */
  readonly at: Span;
  /** Anchors in the order they are written; a name may be defined again. */
  readonly anchors: readonly (Scalar | Mapping | Sequence)[];
  readonly aliases: readonly Alias[];
}

/** A YAML file as positioned trees. Parsing never fails: what cannot be read is reported and left out. */
export interface YamlTree {
  readonly text: string;
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
}

/** Longest text that is parsed, in UTF-16 units; no Compose file comes near it. */
const maximumLength = 1_000_000;

/** Depth below which collections are not read, so that whoever walks the tree may do so recursively. */
const maximumDepth = 200;
const tooDeep = 'The file is nested too deeply to be read.';

const options = {
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  version: '1.2',
} as const;

export function parseYaml(text: string): YamlTree {
  if (text.length > maximumLength) return unreadable(text, 'The file is larger than 1 MB and is not checked.');
  if (text.includes('\0')) return unreadable(text, 'This is a binary file, not YAML.');
  if (openBrackets(text) > maximumDepth * 10) return unreadable(text, tooDeep);
  // The library makes an Error of each problem, and collecting its stack costs more than finding it.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return inChunks(text) ?? asWhole(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unreadable(text, tooDeep);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function unreadable(text: string, message: string): YamlTree {
  return { text, documents: [], problems: [{ kind: 'unreadable', at: lineFrom(text, 0), message }] };
}

/** The most brackets that are open at once, wherever they stand: the library takes long over thousands of them. */
function openBrackets(text: string): number {
  let open = 0;
  let most = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 91 || code === 123) {
      open++;
      if (open > most) most = open;
    } else if ((code === 93 || code === 125) && open > 0) {
      open--;
    }
  }
  return most;
}

function asWhole(text: string): YamlTree {
  const problems: YamlProblem[] = [];
  const documents: YamlDocument[] = [];
  for (const document of compose(text)) {
    const builder = new Builder(text);
    const [start, end] = document.range;
    documents.push(builder.finish(document.contents && builder.read(document, 0, text.length), { start, end }));
    problems.push(...builder.sortedProblems());
  }
  return { text, documents, problems };
}

function inChunks(text: string): YamlTree | undefined {
  const chunks = chunksOf(text);
  const first = chunks?.[0];
  if (!chunks || !first) return undefined;
  const builder = new Builder(text);
  const root = new Mapping({ start: first.start, end: first.start }, false);
  for (const chunk of chunks) {
    const firstChild = chunk.children[0];
    const head = builder.entries(root, chunk.start, firstChild ? firstChild.start : chunk.end);
    if (!firstChild) continue;
    const indent = firstChild.start + (/^ */.exec(text.slice(firstChild.start, firstChild.end))?.[0].length ?? 0);
    const below = new Mapping({ start: indent, end: indent }, false);
    for (const child of chunk.children) builder.entries(below, child.start, child.end);
    below.close();
    builder.checkDuplicates(below);
    root.entries.pop();
    if (head) root.entries.push(new Entry(head.key, below, head.colon, root));
  }
  root.close();
  builder.checkDuplicates(root);
  const document = builder.finish(root, { start: first.start, end: text.length });
  return { text, documents: [document], problems: builder.sortedProblems() };
}

type ComposedDocument = Document.Parsed<ParsedNode>;

function compose(text: string): ComposedDocument[] {
  return [...new Composer(options).compose(new Parser().parse(text), false, text.length)] as ComposedDocument[];
}

/**
 * Composed chunks by their text, the most recently used last. Reading is a pure function of the text, so this changes
 * nothing but the time it takes: an edit costs the chunk it is in.
 */
const composed = new Map<string, readonly ComposedDocument[]>();
const maximumComposedLength = 1_500_000;
let composedLength = 0;

function composeChunk(text: string): readonly ComposedDocument[] {
  const known = composed.get(text);
  if (known) {
    composed.delete(text);
    composed.set(text, known);
    return known;
  }
  const documents = compose(text);
  composed.set(text, documents);
  composedLength += text.length;
  for (const oldest of composed.keys()) {
    if (composedLength <= maximumComposedLength) break;
    composed.delete(oldest);
    composedLength -= oldest.length;
  }
  return documents;
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Makes our tree of what the library read of one document. */
class Builder {
  private readonly text: string;
  private readonly problems: YamlProblem[] = [];
  private readonly anchored = new Map<string, Scalar | Mapping | Sequence>();
  private readonly anchors: (Scalar | Mapping | Sequence)[] = [];
  private readonly aliases: Alias[] = [];
  /** Collections around the node that is being made. */
  private readonly open = new Set<Node>();
  /** Ends of quotes and brackets that are not closed: the library reports them there, we where they open. */
  private readonly unclosed = new Set<number>();
  /** Where the text that the library read begins and ends in the file. */
  private shift = 0;
  private limit = 0;

  constructor(text: string) {
    this.text = text;
    this.limit = text.length;
  }

  finish(root: Node | null | undefined, at: Span): YamlDocument {
    const isEmpty = root?.kind === 'scalar' && root.isEmpty && !root.anchor && !root.tag;
    return { root: (isEmpty ? undefined : root) ?? undefined, at, anchors: this.anchors, aliases: this.aliases };
  }

  /** Problems in the order of the text; later ones on one line follow from the first and are left out. */
  sortedProblems(): YamlProblem[] {
    const kept: YamlProblem[] = [];
    let lineEnd = -1;
    for (const problem of this.problems.sort((a, b) => a.at.start - b.at.start)) {
      if (problem.at.start <= lineEnd) continue;
      kept.push(problem);
      lineEnd = lineFrom(this.text, problem.at.start).end;
    }
    return kept;
  }

  /** The tree of a document the library read from the stretch of the file between two offsets. */
  read(document: ComposedDocument, start: number, end: number): Node | undefined {
    this.shift = start;
    this.limit = end;
    const contents = document.contents as ParsedNode | null;
    const root = contents === null ? undefined : this.node(contents, start + document.range[0]);
    const nested = new Set<number>();
    for (const { code, pos } of document.errors) if (code === 'BLOCK_AS_IMPLICIT_KEY') nested.add(pos[0]);
    for (const error of document.errors) {
      const follows = error.code === 'MULTILINE_IMPLICIT_KEY' || error.code === 'MISSING_CHAR';
      // The library also reports the key it took a nested mapping or list for.
      if (follows && [0, 1, 2].some((distance) => nested.has(error.pos[0] - distance))) continue;
      this.report(error);
    }
    return root;
  }

  /** Appends the entries of a chunk to a mapping; returns the last one. */
  entries(mapping: Mapping, start: number, end: number): Entry | undefined {
    for (const document of composeChunk(this.text.slice(start, end))) {
      const root = this.read(document, start, end);
      if (root?.kind === 'scalar' && !root.isEmpty) {
        // A key that is being typed at the very left.
        const message = withoutColon(this.text.slice(root.at.start, lineFrom(this.text, root.at.start).end).trimEnd());
        this.problems.push({ kind: 'syntax', at: onOneLine(this.text, root.at.start, root.at.end), message });
        this.splitKey(mapping, root, emptyAt(root.at.end), -1);
      }
      if (root?.kind !== 'mapping') continue;
      for (const { key, value, colon } of root.entries) mapping.entries.push(new Entry(key, value, colon, mapping));
    }
    return mapping.entries.at(-1);
  }

  /** `from` is an offset before the node and its properties, behind everything else. */
  private node(source: ParsedNode, from: number): Node {
    const start = source.range[0] + this.shift;
    const end = source.range[1] + this.shift;
    if (isAlias(source)) {
      const target = this.anchored.get(source.source);
      const alias = new Alias({ start, end }, source.source, target && !this.open.has(target) ? target : undefined);
      this.aliases.push(alias);
      if (!alias.target) this.reportAlias(alias, target !== undefined);
      return alias;
    }
    let anchor: Property | undefined;
    let tag: Property | undefined;
    const anchorName = (source as { anchor?: string }).anchor;
    if (anchorName !== undefined || source.tag !== undefined) {
      for (const property of this.properties(from, start)) {
        if (property.name.startsWith('!')) tag = property;
        else if (property.name === anchorName) anchor = property;
      }
    }
    if (this.open.size >= maximumDepth && !isScalar(source)) {
      this.problems.push({ kind: 'syntax', at: lineFrom(this.text, start), message: tooDeep });
      return emptyAt(start);
    }
    if (isMap(source)) {
      const mapping = new Mapping({ start, end: this.trimmed(start, end) }, !!source.flow, anchor, tag);
      this.fillMapping(mapping, source.items);
      return mapping;
    }
    if (isSeq(source)) {
      const sequence = new Sequence({ start, end: this.trimmed(start, end) }, !!source.flow, anchor, tag);
      this.fillSequence(sequence, source.items as ParsedNode[]);
      return sequence;
    }
    const style = styles[(source as { type?: string }).type ?? ''] ?? 'plain';
    const value = isScalar(source) ? String(source.value ?? '') : '';
    const isBlock = style === 'literal' || style === 'folded';
    const scalar = new Scalar({ start, end: isBlock ? this.trimmed(start, end) : end }, value, style, anchor, tag);
    this.define(scalar);
    if (scalar.isQuoted) this.checkClosedQuote(scalar);
    return scalar;
  }

  private fillSequence(sequence: Sequence, sources: readonly ParsedNode[]): void {
    this.define(sequence);
    this.open.add(sequence);
    let behind = sequence.at.start;
    for (const source of sources) {
      const item = this.node(source, behind);
      item.parent = sequence;
      sequence.items.push(item);
      behind = source.range[1] + this.shift;
    }
    this.open.delete(sequence);
    sequence.close();
    if (sequence.flow) this.checkClosedBracket(sequence, ']');
  }

  private fillMapping(mapping: Mapping, pairs: readonly Pair<ParsedNode, ParsedNode | null>[]): void {
    this.define(mapping);
    this.open.add(mapping);
    let behind = mapping.at.start;
    for (const pair of pairs) {
      const key = this.node(pair.key, behind);
      const keyEnd = pair.key.range[1] + this.shift;
      const colon = this.colon(keyEnd, pair.value ? pair.value.range[0] + this.shift : keyEnd);
      const value = pair.value ? this.node(pair.value, keyEnd) : emptyAt(colon === -1 ? keyEnd : colon + 1);
      behind = pair.value ? Math.max(pair.value.range[1] + this.shift, keyEnd) : Math.max(keyEnd, colon + 1);
      if (key.kind === 'scalar' && key.style === 'plain' && key.at.end - key.at.start > key.value.length) {
        this.splitKey(mapping, key, value, colon);
      } else {
        mapping.entries.push(new Entry(key, placed(value, colon), colon, mapping));
      }
    }
    this.open.delete(mapping);
    mapping.close();
    this.checkDuplicates(mapping);
    if (mapping.flow) this.checkClosedBracket(mapping, '}');
  }

  /**
   * A word typed above an entry is read as the first line of that entry's key. The lines before the last one become
   * entries of their own, so that the entry keeps its meaning while somebody types.
   */
  private splitKey(mapping: Mapping, key: Scalar, value: Node, colon: number): void {
    const lines: Scalar[] = [];
    let start = key.at.start;
    for (const line of this.text.slice(key.at.start, key.at.end).split('\n')) {
      const word = line.trim();
      const from = start + line.indexOf(word);
      if (word !== '') lines.push(new Scalar({ start: from, end: from + word.length }, word, 'plain'));
      start += line.length + 1;
    }
    lines.forEach((line, index) => {
      if (index === lines.length - 1) mapping.entries.push(new Entry(line, value, colon, mapping));
      else mapping.entries.push(new Entry(line, emptyAt(line.at.end), -1, mapping));
    });
  }

  checkDuplicates(mapping: Mapping): void {
    const { entries } = mapping;
    if (entries.length < 2) return;
    const seen = new Map<string, Entry>();
    for (const entry of entries) {
      if (entry.key.kind !== 'scalar') continue;
      const first = seen.get(entry.name);
      if (!first) {
        seen.set(entry.name, entry);
        continue;
      }
      this.problems.push({
        kind: 'duplicate-key',
        at: entry.key.at,
        message: `'${entry.name}' is already there in this mapping. Merge the two entries, or remove one.`,
        related: { at: first.key.at, message: `First '${entry.name}'` },
      });
    }
  }

  private define(node: Scalar | Mapping | Sequence): void {
    if (!node.anchor) return;
    this.anchored.set(node.anchor.name, node);
    this.anchors.push(node);
  }

  private reportAlias(alias: Alias, isCycle: boolean): void {
    if (alias.name === '') return;
    const message = isCycle
      ? `'*${alias.name}' stands inside the anchor it refers to. Move it out.`
      : `There is no anchor '&${alias.name}' above. Define it before it is used, or quote the value.`;
    this.problems.push({ kind: isCycle ? 'syntax' : 'alias', at: alias.at, message });
  }

  private checkClosedQuote(scalar: Scalar): void {
    const { start, end } = scalar.at;
    if (end - start > 1 && this.text[end - 1] === this.text[start] && !this.endsEscaped(scalar)) return;
    this.unclosed.add(this.trimmed(0, end));
    const message = `This ${scalar.style} quote is not closed. Close it.`;
    this.problems.push({ kind: 'syntax', at: lineFrom(this.text, start), message });
  }

  private endsEscaped(scalar: Scalar): boolean {
    if (scalar.style !== 'double') return false;
    let backslashes = 0;
    for (let index = scalar.at.end - 2; index > scalar.at.start && this.text[index] === '\\'; index--) backslashes++;
    return backslashes % 2 === 1;
  }

  private checkClosedBracket(collection: Mapping | Sequence, closing: string): void {
    const { start, end } = collection.at;
    if (end - start > 1 && this.text[end - 1] === closing) return;
    this.unclosed.add(this.trimmed(0, end));
    const message = `This '${this.text[start]}' is not closed. Close it with '${closing}'.`;
    this.problems.push({ kind: 'syntax', at: { start, end: start + 1 }, message });
  }

  /** Anchors and tags written between two offsets. */
  private properties(from: number, to: number): Property[] {
    const found: Property[] = [];
    let index = from;
    while (index < to) {
      const char = this.text[index];
      if (char === '#' && /\s/.test(this.text[index - 1] ?? ' ')) {
        const end = this.text.indexOf('\n', index);
        index = end === -1 ? to : end;
      } else if (char === '&' || char === '!') {
        let end = index + 1;
        while (end < to && !/[\s,[\]{}]/.test(this.text[end] ?? ' ')) end++;
        const name = this.text.slice(char === '&' ? index + 1 : index, end);
        found.push({ name, at: { start: index, end } });
        index = end;
      } else {
        index++;
      }
    }
    return found;
  }

  /** Offset of the colon behind a key; comments may stand before it only in explicit keys. */
  private colon(from: number, to: number): number {
    let index = from;
    while (this.text[index] === ' ' || this.text[index] === '\t') index++;
    if (this.text[index] === ':') return index;
    while (index < to) {
      if (this.text[index] === ':') return index;
      if (this.text[index] === '#') {
        const end = this.text.indexOf('\n', index);
        if (end === -1) return -1;
        index = end;
      }
      index++;
    }
    return -1;
  }

  /** The end without the line breaks and blanks that follow the content. */
  private trimmed(start: number, end: number): number {
    let last = end;
    while (last > start && isBlank(this.text.charCodeAt(last - 1))) last--;
    return last;
  }

  private report(error: YAMLError): void {
    let start = error.pos[0] + this.shift;
    const end = error.pos[1] + this.shift;
    if (error.code === 'DUPLICATE_KEY') return;
    if (/quote|end with/.test(error.message) && this.unclosed.has(this.trimmed(0, start))) return;
    // What is missing at the end of a chunk is missing behind its last character.
    if (start >= this.limit) start = Math.max(this.shift, this.trimmed(this.shift, this.limit) - 1);
    if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && !error.message.includes('sequence')) {
      this.reportNested(start);
      return;
    }
    const length = error.code === 'BAD_DQ_ESCAPE' ? 2 : 0;
    let at = onOneLine(this.text, start, Math.max(start + length, end));
    if (error.code !== 'TAB_AS_INDENT' && isBlank(this.text.charCodeAt(at.start))) at = this.restOfLine(at);
    const kind = error.code === 'TAB_AS_INDENT' ? 'tab' : 'syntax';
    const isFirst = this.text.slice(this.text.lastIndexOf('\n', at.start - 1) + 1, at.start).trim() === '';
    this.problems.push({ kind, at, message: messageOf(error, this.text.slice(at.start, at.end), isFirst) });
  }

  /** What stands behind blanks on a line. */
  private restOfLine(at: Span): Span {
    const line = lineFrom(this.text, at.start);
    const rest = this.text.slice(line.start, line.end);
    const start = line.start + rest.length - rest.trimStart().length;
    return rest.trim() === '' ? at : { start, end: trimmedEnd(this.text, line) };
  }

  /** A key inside a plain value: on its line, or on the next one, which is then indented too far. */
  private reportNested(start: number): void {
    const line = lineFrom(this.text, start);
    const value = this.text.slice(line.start, line.end);
    if (/:(?:\s|$)/.test(value)) {
      const at = { start, end: start + value.replace(/\s+(?:#.*)?$/, '').length };
      const message = "A value that holds ': ' must be quoted, and a nested mapping must start on a line of its own.";
      this.problems.push({ kind: 'syntax', at, message });
      return;
    }
    const next = /\S/.exec(this.text.slice(line.end, this.limit));
    const below = lineFrom(this.text, line.end + (next?.index ?? 0));
    const message = 'This is indented deeper than its siblings. Align it with them.';
    this.problems.push({
      kind: 'syntax',
      at: { start: below.start, end: Math.max(below.start, trimmedEnd(this.text, below)) },
      message,
    });
  }
}

function trimmedEnd(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}

const misplaced = 'The indentation does not fit what stands above. Align it with its siblings.';

function messageOf(error: YAMLError, found: string, isFirstOnLine: boolean): string {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'YAML does not allow tabs as indentation. Indent with spaces.';
    case 'MULTILINE_IMPLICIT_KEY':
      return withoutColon(found);
    case 'MISSING_CHAR':
      if (error.message.includes('map value')) return withoutColon(found);
      break;
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'A list item cannot stand among the keys of a mapping. Indent the list under its key.';
    case 'UNEXPECTED_TOKEN':
      if (error.message.includes('at node end')) {
        if (isFirstOnLine) return misplaced;
        return `'${found}' stands behind a value that has ended. Remove it, or quote the whole value.`;
      }
      if (error.message.includes('YAML stream'))
        return `'${found}' is not expected here. Remove it, or quote the value.`;
      break;
    case 'BAD_INDENT':
      return misplaced;
    case 'BAD_SCALAR_START':
      return `A value cannot start with '${found}' unless it is quoted. Quote it.`;
    case 'BAD_DQ_ESCAPE':
      return `'${found}' is not an escape in double quotes. Use single quotes, or double the backslash.`;
    case 'MULTIPLE_ANCHORS':
      return 'A value can have only one anchor. Remove the others.';
    case 'MULTIPLE_TAGS':
      return 'A value can have only one tag. Remove the others.';
    case 'ALIAS_PROPS':
      return 'An alias cannot have an anchor or a tag of its own. Remove it.';
    case 'BAD_ALIAS':
      return "An alias needs a name behind its '*'. Name an anchor, or quote the value.";
    case 'RESOURCE_EXHAUSTION':
      return tooDeep;
    default:
      break;
  }
  return `${error.message.replaceAll('"', "'").replace(/\.$/, '')}.`;
}

function withoutColon(found: string): string {
  return `'${found}' is not followed by a colon. Write 'key: value', or indent it under its key.`;
}

function emptyAt(offset: number): Scalar {
  return new Scalar({ start: offset, end: offset }, '', 'plain');
}

/** The library puts a value that is not written before blanks or comments anywhere up to the next line. */
function placed(value: Node, colon: number): Node {
  if (value.kind !== 'scalar' || !value.isEmpty || value.anchor || value.tag || colon === -1) return value;
  return value.at.start === colon + 1 ? value : emptyAt(colon + 1);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** From an offset to the end of its line, at least one character where there is one. */
function lineFrom(text: string, start: number): Span {
  const newline = text.indexOf('\n', start);
  let end = newline === -1 ? text.length : newline;
  if (end > start && text[end - 1] === '\r') end--;
  return { start, end: Math.max(end, start) };
}

/** The part of a span that is on its first line; an empty span becomes the character before or behind it. */
function onOneLine(text: string, start: number, end: number): Span {
  let from = Math.min(start, text.length);
  const line = lineFrom(text, from);
  if (line.end > from) return { start: from, end: Math.min(Math.max(end, from + 1), line.end) };
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from--;
  return from > 0 ? { start: from - 1, end: from } : { start: 0, end: Math.min(1, text.length) };
}

/** The comments of a file, each from its `#` to the end of its line, found in what is not part of any value. */
export function commentsOf(tree: YamlTree): Span[] {
  const { text } = tree;
  if (!text.includes('#')) return [];
  const comments: Span[] = [];
  let from = 0;
  const gap = (to: number): void => {
    let index = text.indexOf('#', from);
    while (index !== -1 && index < to) {
      const before = index === 0 ? 10 : text.charCodeAt(index - 1);
      if (isBlank(before) || before === 0xfeff) {
        const at = lineFrom(text, index);
        comments.push(at);
        index = text.indexOf('#', at.end);
      } else {
        index = text.indexOf('#', index + 1);
      }
    }
  };
  const visit = (node: Node): void => {
    switch (node.kind) {
      case 'mapping':
        for (const entry of node.entries) {
          visit(entry.key);
          visit(entry.value);
        }
        break;
      case 'sequence':
        for (const item of node.items) visit(item);
        break;
      case 'scalar': {
        if (node.isEmpty) break;
        if (node.style === 'literal' || node.style === 'folded') {
          const header = lineFrom(text, node.at.start);
          gap(header.end);
          from = Math.max(from, node.at.end);
        } else {
          gap(node.at.start);
          from = Math.max(from, node.at.end);
        }
        break;
      }
      case 'alias':
        break;
    }
  };
  for (const document of tree.documents) {
    if (document.root) visit(document.root);
  }
  if (tree.documents.length > 0) gap(text.length);
  return comments;
}
