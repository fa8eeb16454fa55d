import type { Ast, Frame, ListItem } from './tree.ts';

/** A word of a command without its place in a file; offsets are into its frame. */
export interface WordShape {
  /** Quotes removed, escapes resolved; `$v` is `${v}`, `$(c)` is `${c}`, backticks and arithmetic are `${VAR}`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Always exactly `text` when it runs: no expansion, glob, brace or tilde. */
  readonly isLiteral: boolean;
  /** Absent for a word of the exec form. */
  readonly node: Ast.Word | Ast.Assignment | undefined;
}

/** Programs that run the command that follows them in their own place. */
const wrappers: ReadonlySet<string> = new Set(['exec', 'command', 'builtin', 'busybox', 'run']);

/** A simple command without its place in a file. */
export class CommandShape {
  /** Name of the program that runs, wrappers such as `exec` looked through. */
  readonly name: string;
  /** How many of the arguments belong to wrappers: 1 for `exec apt-get install`, the name among them. */
  readonly wrapped: number;
  readonly first: WordShape;
  readonly start: number;
  readonly end: number;
  readonly frame: Frame;
  readonly item: ListItem | undefined;
  /** Absent for the exec form. */
  readonly node: Ast.Command | undefined;
  private words: readonly WordShape[] | undefined;
  private flagLists: readonly (readonly string[])[] | undefined;

  private constructor(
    first: WordShape,
    words: readonly WordShape[] | undefined,
    place: { start: number; end: number; frame: Frame; item: ListItem | undefined; node: Ast.Command | undefined },
  ) {
    this.first = first;
    this.words = words;
    this.start = place.start;
    this.end = place.end;
    this.frame = place.frame;
    this.item = place.item;
    this.node = place.node;
    let name = first.text;
    let wrapped = 0;
    while (wrappers.has(name)) {
      const next = this.args[wrapped];
      if (next === undefined || !next.isLiteral || next.text.startsWith('-')) break;
      name = next.text;
      wrapped++;
    }
    this.name = name;
    this.wrapped = wrapped;
  }

  /** The shape of a command of a script; `undefined` when its name is not literal, or it is the test `[`. */
  static of(node: Ast.Command, frame: Frame, item: ListItem): CommandShape | undefined {
    if (node.name === undefined) return undefined;
    const first = wordShape(node.name);
    if (!first.isLiteral || first.text === '[') return undefined;
    return new CommandShape(first, undefined, { start: node.pos, end: node.end, frame, item, node });
  }

  /** The shape of an argument list that no shell reads; offsets are the numbers of the words. */
  static ofArguments(texts: readonly string[]): CommandShape | undefined {
    const [first, ...rest] = texts.map((text, index) => ({
      text,
      start: index,
      end: index + 1,
      isLiteral: true,
      node: undefined,
    }));
    if (first === undefined) return undefined;
    const place = { start: 0, end: texts.length, frame: undefined, item: undefined, node: undefined };
    return new CommandShape(first, rest, place);
  }

  /** All words behind the first, without redirections. */
  get args(): readonly WordShape[] {
    this.words ??= (this.node?.args ?? []).map(wordShape);
    return this.words;
  }

  /** The flags of each argument: `--name` and `--name=x` are `name`, `-abc` is `a`, `b`, `c`, other words have none. */
  get flags(): readonly (readonly string[])[] {
    this.flagLists ??= this.args.map((word) => flagsOf(word.text));
    return this.flagLists;
  }
}

const noFlags: readonly string[] = [];

function flagsOf(text: string): readonly string[] {
  if (!text.startsWith('-') || text === '-' || text === '--') return noFlags;
  if (!text.startsWith('--')) return [...text.slice(1)];
  const equals = text.indexOf('=');
  return [equals === -1 ? text.slice(2) : text.slice(2, equals)];
}

/** The shape of a word of the parser's tree. */
export function wordShape(node: Ast.Word | Ast.Assignment): WordShape {
  const start = node.pos;
  const end = node.end;
  if (node.type === 'Assignment') {
    const { value } = node;
    if (value.type === 'ArrayValue') return { text: node.text, start, end, isLiteral: false, node };
    const shape = wordShape(value);
    const left = node.text.slice(0, Math.max(0, value.pos - node.pos));
    return { text: left + shape.text, start, end, isLiteral: shape.isLiteral && node.index === undefined, node };
  }
  const raw = node.text;
  if (isPlain(raw)) return { text: raw, start, end, isLiteral: true, node };
  const { parts } = node;
  if (parts === undefined) return { text: node.value, start, end, isLiteral: !raw.startsWith('~'), node };
  let text = '';
  let isLiteral = !raw.startsWith('~');
  for (const part of parts) {
    text += partText(part);
    isLiteral &&= isLiteralPart(part);
  }
  return { text, start, end, isLiteral, node };
}

/** True when no character of the word means anything to the shell. */
function isPlain(raw: string): boolean {
  for (let index = 0; index < raw.length; index++) {
    switch (raw.charCodeAt(index)) {
      case 34: // "
      case 36: // $
      case 39: // '
      case 40: // (
      case 42: // *
      case 63: // ?
      case 91: // [
      case 92: // \
      case 96: // `
      case 123: // {
      case 126: // ~
        return false;
    }
  }
  return true;
}

function partText(part: Ast.WordPart): string {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'Glob':
      return part.value;
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.map(partText).join('');
    case 'SimpleExpansion':
      return `\${${part.text.slice(1)}}`;
    case 'CommandExpansion':
      return part.text.startsWith('$(') ? `\${${part.text.slice(2, -1)}}` : `\${VAR}`;
    case 'ArithmeticExpansion':
      return `\${VAR}`;
    default:
      return part.text;
  }
}

function isLiteralPart(part: Ast.WordPart): boolean {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return true;
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.every(isLiteralPart);
    default:
      return false;
  }
}
