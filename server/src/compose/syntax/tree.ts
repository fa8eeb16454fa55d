import { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';

/** How a scalar is written. `literal` is `|`, `folded` is `>`. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** What Compose's YAML reader makes of a scalar. `integer` and `number` are told apart as JSON Schema does. */
export type ScalarType = 'string' | 'integer' | 'number' | 'boolean' | 'null';

export type Node = Scalar | Mapping | Sequence | Alias;
export type Parent = Entry | Sequence | undefined;

/** An anchor or tag, from its sign to its end. */
export interface Property {
  /** Without the `&` of an anchor; with the `!` of a tag. */
  readonly name: string;
  readonly at: Span;
}

const integer = /^[-+]?(?:0x[0-9a-f]+|0b[01]+|0o?[0-7]+|[1-9][0-9]*|0)$/i;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:e[-+]?[0-9]+)?$/i;
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

function plainType(value: string): ScalarType {
  const first = value.charCodeAt(0);
  // Digits, signs and the dot start numbers.
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) {
    const digits = value.includes('_') ? value.replaceAll('_', '') : value;
    if (integer.test(digits)) return 'integer';
    if (decimal.test(digits)) return Number.isInteger(Number(digits)) ? 'integer' : 'number';
    return special.test(value) ? 'number' : 'string';
  }
  switch (value) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return 'null';
    case 'true':
    case 'True':
    case 'TRUE':
    case 'false':
    case 'False':
    case 'FALSE':
      return 'boolean';
    default:
      return 'string';
  }
}

export class Scalar {
  readonly kind = 'scalar';
  /** The scalar as written, quotes included; empty behind the colon or dash when nothing is written. */
  readonly at: Span;
  /** Text after unquoting, unescaping and folding. */
  readonly value: string;
  readonly style: ScalarStyle;
  readonly anchor: Property | undefined;
  readonly tag: Property | undefined;
  parent: Parent = undefined;
  private contentOfText: MappedText | undefined | null = null;
  private knownType: ScalarType | undefined = undefined;

  constructor(at: Span, value: string, style: ScalarStyle, anchor?: Property, tag?: Property) {
    this.at = at;
    this.value = value;
    this.style = style;
    this.anchor = anchor;
    this.tag = tag;
  }

  /** As gopkg.in/yaml.v3 resolves it: YAML 1.2 core schema, with octal `017` and underscores in numbers. */
  get type(): ScalarType {
    this.knownType ??= this.resolveType();
    return this.knownType;
  }

  private resolveType(): ScalarType {
    switch (this.tag?.name) {
      case '!!str':
      case '!':
        return 'string';
      case '!!int':
        return 'integer';
      case '!!float':
        return 'number';
      case '!!bool':
        return 'boolean';
      case '!!null':
        return 'null';
      default:
        return this.style === 'plain' ? plainType(this.value) : 'string';
    }
  }

  get isQuoted(): boolean {
    return this.style === 'single' || this.style === 'double';
  }

  /** True when nothing is written where a value could be. */
  get isEmpty(): boolean {
    return this.at.start === this.at.end;
  }

  /**
   * The value with the place of each of its characters in the file; `undefined` when it cannot be told, which is only
   * so for broken text.
   */
  content(text: string): MappedText | undefined {
    if (this.contentOfText === null) {
      const mapped = mapContent(this, text);
      this.contentOfText = mapped?.text === this.value ? mapped : undefined;
    }
    return this.contentOfText;
  }

  /** Where a stretch of the value stands in the file; the whole scalar when that cannot be told. */
  spanOf(text: string, start: number, end: number): Span {
    return this.content(text)?.span(start, end) ?? this.at;
  }
}

/** One `key: value` of a mapping. */
export class Entry {
  readonly kind = 'entry';
  readonly key: Node;
  readonly value: Node;
  /** Offset of the colon; -1 when it is not written. */
  readonly colon: number;
  readonly parent: Mapping;
  /** The key's text; empty for keys that are not scalars. */
  readonly name: string;

  constructor(key: Node, value: Node, colon: number, parent: Mapping) {
    this.key = key;
    this.value = value;
    this.colon = colon;
    this.parent = parent;
    this.name = key.kind === 'scalar' ? key.value : '';
    key.parent = this;
    value.parent = this;
  }

  get at(): Span {
    return { start: this.key.at.start, end: Math.max(this.key.at.end, this.value.at.end, this.colon + 1) };
  }
}

export class Mapping {
  readonly kind = 'mapping';
  /** From the first key to the end of the last value; with the braces of a flow mapping. */
  at: Span;
  readonly flow: boolean;
  readonly anchor: Property | undefined;
  readonly tag: Property | undefined;
  readonly entries: Entry[] = [];
  parent: Parent = undefined;
  private effectiveEntries: readonly Entry[] | undefined = undefined;
  private byName: ReadonlyMap<string, Entry> | undefined = undefined;

  constructor(at: Span, flow: boolean, anchor?: Property, tag?: Property) {
    this.at = at;
    this.flow = flow;
    this.anchor = anchor;
    this.tag = tag;
  }

  /**
   * The entries Compose sees: `<<` merged in (explicit keys win, then earlier mappings of a list), keys with `!reset`
   * left out, of equal keys the last one. Merged entries are those of the anchored mapping, with their places there.
   */
  get effective(): readonly Entry[] {
    this.effectiveEntries ??= this.merge();
    return this.effectiveEntries;
  }

  private merge(): readonly Entry[] {
    if (!this.entries.some((entry) => entry.name === '<<' || isReset(entry.value))) return this.entries;
    const result = new Map<string, Entry>();
    for (const entry of this.entries) {
      if (entry.name !== '<<') result.set(entry.name, entry);
    }
    for (const entry of this.entries) {
      if (entry.name !== '<<') continue;
      for (const source of mergeSources(entry.value)) {
        for (const merged of source.effective) {
          if (!result.has(merged.name)) result.set(merged.name, merged);
        }
      }
    }
    return [...result.values()].filter((entry) => !isReset(entry.value));
  }

  /** Called once all entries are there: comments below the last one are not part of a block mapping. */
  close(): void {
    const last = this.entries.at(-1);
    if (last && !this.flow) this.at = { start: this.at.start, end: last.at.end };
  }

  /** The effective entry of that name. */
  get(name: string): Entry | undefined {
    const entries = this.effective;
    if (entries.length < 12) {
      for (let index = entries.length - 1; index >= 0; index--) {
        const entry = entries[index];
        if (entry?.name === name) return entry;
      }
      return undefined;
    }
    this.byName ??= new Map(entries.map((entry) => [entry.name, entry]));
    return this.byName.get(name);
  }

  /** The value of that name with aliases followed. */
  value(name: string): Scalar | Mapping | Sequence | undefined {
    const entry = this.get(name);
    return entry && resolve(entry.value);
  }

  /** The value of that name when it is a scalar that is not null. */
  scalar(name: string): Scalar | undefined {
    return asText(this.value(name));
  }
}

export class Sequence {
  readonly kind = 'sequence';
  /** From the first dash to the end of the last item; with the brackets of a flow sequence. */
  at: Span;
  readonly flow: boolean;
  readonly anchor: Property | undefined;
  readonly tag: Property | undefined;
  readonly items: Node[] = [];
  parent: Parent = undefined;

  constructor(at: Span, flow: boolean, anchor?: Property, tag?: Property) {
    this.at = at;
    this.flow = flow;
    this.anchor = anchor;
    this.tag = tag;
  }

  /** Called once all items are there: comments below the last one are not part of a block sequence. */
  close(): void {
    const last = this.items.at(-1);
    if (last && !this.flow) this.at = { start: this.at.start, end: Math.max(this.at.start + 1, last.at.end) };
  }
}

export class Alias {
  readonly kind = 'alias';
  /** With the `*`. */
  readonly at: Span;
  readonly name: string;
  /** The anchored node; `undefined` when there is none or when the alias stands inside it. */
  readonly target: Scalar | Mapping | Sequence | undefined;
  readonly anchor = undefined;
  readonly tag = undefined;
  parent: Parent = undefined;

  constructor(at: Span, name: string, target: Scalar | Mapping | Sequence | undefined) {
    this.at = at;
    this.name = name;
    this.target = target;
  }
}

/** The node an alias stands for, or the node itself. */
export function resolve(node: Node): Scalar | Mapping | Sequence | undefined {
  return node.kind === 'alias' ? node.target : node;
}

/** The node when it is a scalar with a value. */
export function asText(node: Node | undefined): Scalar | undefined {
  const resolved = node && resolve(node);
  return resolved?.kind === 'scalar' && resolved.type !== 'null' ? resolved : undefined;
}

export function asMapping(node: Node | undefined): Mapping | undefined {
  const resolved = node && resolve(node);
  return resolved?.kind === 'mapping' ? resolved : undefined;
}

export function asSequence(node: Node | undefined): Sequence | undefined {
  const resolved = node && resolve(node);
  return resolved?.kind === 'sequence' ? resolved : undefined;
}

/** Items of a sequence with aliases followed and `!reset` items left out; none for other nodes. */
export function items(node: Node | undefined): readonly (Scalar | Mapping | Sequence)[] {
  const list = asSequence(node);
  if (!list) return [];
  const result: (Scalar | Mapping | Sequence)[] = [];
  for (const item of list.items) {
    const resolved = resolve(item);
    if (resolved && !isReset(resolved)) result.push(resolved);
  }
  return result;
}

/** True when Compose takes the attribute as not set: `null`, `~` or nothing at all. */
export function isNull(node: Node | undefined): boolean {
  const resolved = node && resolve(node);
  return resolved === undefined || (resolved.kind === 'scalar' && resolved.type === 'null');
}

/** True for values tagged `!reset`: Compose removes the attribute. */
export function isReset(node: Node): boolean {
  return node.tag?.name === '!reset';
}

/** The mappings a `<<` brings in, strongest first. */
export function mergeSources(value: Node): readonly Mapping[] {
  const resolved = resolve(value);
  if (resolved?.kind === 'mapping') return [resolved];
  if (resolved?.kind !== 'sequence') return [];
  const sources: Mapping[] = [];
  for (const item of resolved.items) {
    const source = resolve(item);
    if (source?.kind === 'mapping') sources.push(source);
  }
  return sources;
}

const simpleEscapes = new Map<string, string>(
  Object.entries({
    '0': '\0',
    a: '\x07',
    b: '\b',
    e: '\x1b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t',
  }),
);
const hexLengths = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Collects pieces of a value that stand in the file one behind another. */
class Pieces {
  private readonly source: string;
  private text = '';
  private readonly starts: number[] = [];
  private readonly offsets: number[] = [];
  private next = -1;

  constructor(source: string) {
    this.source = source;
  }

  copy(from: number, to: number): void {
    if (to > from) this.add(this.source.slice(from, to), from, to);
  }

  /** Text that stands for the stretch from `from` to `to` of the file. */
  add(piece: string, from: number, to: number): void {
    if (from !== this.next) {
      this.starts.push(this.text.length);
      this.offsets.push(from);
    }
    this.text += piece;
    this.next = piece.length === to - from ? to : -1;
  }

  get result(): MappedText {
    if (this.starts.length === 0) return MappedText.plain('', 0);
    return new MappedText(this.text, this.starts, this.offsets);
  }
}

function mapContent(scalar: Scalar, text: string): MappedText | undefined {
  const { start, end } = scalar.at;
  switch (scalar.style) {
    case 'plain':
      if (end - start === scalar.value.length) return MappedText.plain(scalar.value, start);
      return mapFlow(text, start, end, 'plain');
    case 'single':
    case 'double': {
      const closing = end - 1;
      if (closing - start - 1 === scalar.value.length && text.startsWith(scalar.value, start + 1)) {
        return MappedText.plain(scalar.value, start + 1);
      }
      return mapFlow(text, start + 1, closing, scalar.style);
    }
    default:
      return mapBlock(scalar, text);
  }
}

/** Plain and quoted scalars: lines are folded, quotes unescaped. */
function mapFlow(text: string, start: number, end: number, style: 'plain' | 'single' | 'double'): MappedText {
  const pieces = new Pieces(text);
  let copied = start;
  let index = start;
  while (index < end) {
    const char = text[index] ?? '';
    if (char === '\n' || char === '\r') {
      let blank = index;
      while (blank > copied && (text[blank - 1] === ' ' || text[blank - 1] === '\t')) blank--;
      pieces.copy(copied, blank);
      let breaks = 0;
      let next = index;
      while (next < end && /\s/.test(text[next] ?? '')) {
        if (text[next] === '\n') breaks++;
        next++;
      }
      pieces.add(breaks > 1 ? '\n'.repeat(breaks - 1) : ' ', index, next);
      copied = next;
      index = next;
    } else if (style === 'single' && char === "'" && text[index + 1] === "'") {
      pieces.copy(copied, index);
      pieces.add("'", index, index + 2);
      index += 2;
      copied = index;
    } else if (style === 'double' && char === '\\') {
      pieces.copy(copied, index);
      index = mapEscape(text, index, pieces);
      copied = index;
    } else {
      index++;
    }
  }
  pieces.copy(copied, end);
  return pieces.result;
}

function mapEscape(text: string, start: number, pieces: Pieces): number {
  const sign = text[start + 1] ?? '';
  const simple = simpleEscapes.get(sign);
  if (simple !== undefined) {
    pieces.add(simple, start, start + 2);
    return start + 2;
  }
  const length = hexLengths.get(sign);
  if (length !== undefined) {
    const end = start + 2 + length;
    const code = Number.parseInt(text.slice(start + 2, end), 16);
    if (code <= 0x10ffff) pieces.add(String.fromCodePoint(code), start, end);
    return end;
  }
  if (sign === '\n' || sign === '\r') {
    let next = start + 1;
    while (/\s/.test(text[next] ?? '')) next++;
    return next;
  }
  pieces.add(text.slice(start, start + 2), start, start + 2);
  return start + 2;
}

/** Block scalars: a literal one keeps its lines, a folded one joins those of equal indentation. */
function mapBlock(scalar: Scalar, text: string): MappedText | undefined {
  const { value } = scalar;
  const pieces = new Pieces(text);
  const firstLine = text.indexOf('\n', scalar.at.start) + 1;
  if (firstLine === 0 || firstLine > scalar.at.end) return MappedText.plain('', scalar.at.end);
  let offset = skipIndent(text, firstLine, value, 0);
  let index = 0;
  // The value holds the text of the lines in order; only indentation and line breaks differ from the file.
  while (index < value.length) {
    const char = value[index];
    const inFile = text[offset];
    if (inFile === undefined) return undefined;
    if (char === '\n' && inFile === '\n') {
      pieces.copy(offset, offset + 1);
      index++;
      offset = skipIndent(text, offset + 1, value, index);
    } else if (char === inFile) {
      let length = 1;
      while (value[index + length] === text[offset + length] && text[offset + length] !== '\n') {
        if (index + length >= value.length) break;
        length++;
      }
      pieces.copy(offset, offset + length);
      index += length;
      offset += length;
    } else if (char === ' ' && inFile === '\n') {
      const next = skipIndent(text, offset + 1, value, index + 1);
      pieces.add(' ', offset, next);
      index++;
      offset = next;
    } else if (inFile === '\r' || inFile === '\n' || inFile === ' ' || inFile === '\t') {
      offset++;
    } else {
      return undefined;
    }
  }
  return pieces.result;
}

/** Skips a line's indentation as far as it is not part of the value. */
function skipIndent(text: string, lineStart: number, value: string, index: number): number {
  let end = lineStart;
  while (text[end] === ' ') end++;
  let kept = 0;
  while (value[index + kept] === ' ') kept++;
  return Math.max(lineStart, end - kept);
}
