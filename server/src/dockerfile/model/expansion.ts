import type { MappedText } from '../../text/mappedText.ts';
import { quote } from '../../text/quote.ts';
import type { Span } from '../../text/span.ts';

/**
 * What a name stands for where it is used: a text, a text that only the build knows (an ARG without default, the
 * environment of a base image), or nothing at all (`undefined`).
 */
export type Binding = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'unknown' } | undefined;

export type Lookup = (name: string) => Binding;

/** One use of a variable that the build expands. */
export interface Use {
  readonly name: string;
  /** The name alone. */
  readonly nameSpan: Span;
  /** `$name` or the whole `${…}`. */
  readonly span: Span;
  /** Operator behind the name, such as `:-` or `##`; empty for a plain use. */
  readonly modifier: string;
}

export interface ExpansionError {
  readonly id: 'unbalanced-quote' | 'bad-substitution' | 'required-variable';
  readonly at: Span;
  readonly message: string;
}

export interface Expansion {
  /** `undefined` when it depends on something only the build knows, or when there is an error. */
  readonly value: string | undefined;
  /** In order of look-up; alternatives that are not chosen are looked up too. */
  readonly uses: readonly Use[];
  readonly error: ExpansionError | undefined;
}

const DOLLAR = 36;
const SINGLE_QUOTE = 39;
const DOUBLE_QUOTE = 34;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const COLON = 58;
const SLASH = 47;
/** Deeper nesting is taken as text of unknown value; no real file nests like that. */
const DEEPEST = 100;
/** Longer patterns and values are not matched but taken as unknown, which keeps expansion linear. */
const LONGEST_MATCHED = 4096;

const SPECIAL = /[$'"\\`]/;

/**
 * Expands one word as BuildKit's shell lexer does (dockerfile grammar: `$name`, `${name}`, the operators `-` `+` `?` with
 * and without colon, `#` `##` `%` `%%` `/` `//`): quotes are removed, the escape character keeps what follows.
 *
 * @param literalQuotes quotes are text, as in heredoc bodies
 */
export function expand(source: MappedText, escapeCharacter: string, lookup: Lookup, literalQuotes = false): Expansion {
  const { text } = source;
  if (!SPECIAL.test(text)) return { value: text, uses: NO_USES, error: undefined };
  return new Expander(source, escapeCharacter, lookup, literalQuotes).run();
}

const NO_USES: readonly Use[] = [];

class Failure extends Error {
  readonly problem: ExpansionError;
  constructor(problem: ExpansionError) {
    super(problem.message);
    this.problem = problem;
  }
}

class Expander {
  private readonly source: MappedText;
  private readonly text: string;
  private readonly escape: number;
  private readonly lookup: Lookup;
  private readonly literalQuotes: boolean;
  private position = 0;
  private depth = 0;
  private unknown = false;
  /** Where the innermost open `${` begins, for error messages. */
  private braceStart = 0;
  private readonly uses: Use[] = [];

  constructor(source: MappedText, escapeCharacter: string, lookup: Lookup, literalQuotes: boolean) {
    this.source = source;
    this.text = source.text;
    this.escape = escapeCharacter.charCodeAt(0);
    this.lookup = lookup;
    this.literalQuotes = literalQuotes;
  }

  run(): Expansion {
    try {
      const value = this.word(0, false);
      return { value: this.unknown ? undefined : value, uses: this.uses, error: undefined };
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      return { value: undefined, uses: this.uses, error: failure.problem };
    }
  }

  private fail(id: ExpansionError['id'], from: number, to: number, message: string): never {
    // In a heredoc the first line is enough.
    const newline = this.text.indexOf('\n', from);
    const end = Math.min(to, newline === -1 ? this.text.length : newline);
    throw new Failure({ id, at: this.source.span(from, end), message });
  }

  /** Reads up to `stop` (consumed) or the end. `keepEscapes`: the escape stays before what it protects (patterns). */
  private word(stop: number, keepEscapes: boolean): string {
    const { text } = this;
    let result = '';
    while (this.position < text.length) {
      const code = text.charCodeAt(this.position);
      if (code === stop && stop !== 0) {
        this.position++;
        return result;
      }
      if (code === DOLLAR) result += this.dollar();
      else if (code === SINGLE_QUOTE && !this.literalQuotes) result += this.singleQuoted();
      else if (code === DOUBLE_QUOTE && !this.literalQuotes) result += this.doubleQuoted();
      else if (code === this.escape) {
        const next = text.charAt(this.position + 1);
        result += keepEscapes ? text.charAt(this.position) + next : next;
        this.position += 2;
      } else {
        const start = this.position;
        this.position++;
        while (this.position < text.length && !this.isSpecial(text.charCodeAt(this.position), stop)) this.position++;
        result += text.slice(start, this.position);
      }
    }
    if (stop !== 0) {
      const shown = text.slice(this.braceStart);
      this.fail(
        'bad-substitution',
        this.braceStart,
        text.length,
        stop === SLASH
          ? `${quote(shown)} has no second slash. Write '\${name/pattern/replacement}'.`
          : `${quote(shown)} has no closing brace. Add '}'.`,
      );
    }
    return result;
  }

  private isSpecial(code: number, stop: number): boolean {
    return (
      code === DOLLAR ||
      code === SINGLE_QUOTE ||
      code === DOUBLE_QUOTE ||
      code === this.escape ||
      (stop !== 0 && code === stop)
    );
  }

  private singleQuoted(): string {
    const start = this.position;
    const end = this.text.indexOf("'", start + 1);
    if (end === -1)
      this.fail('unbalanced-quote', start, start + 1, 'The single quote is not closed. Close it, or escape it.');
    this.position = end + 1;
    return this.text.slice(start + 1, end);
  }

  private doubleQuoted(): string {
    const { text } = this;
    const start = this.position;
    this.position++;
    let result = '';
    while (this.position < text.length) {
      const code = text.charCodeAt(this.position);
      if (code === DOUBLE_QUOTE) {
        this.position++;
        return result;
      }
      if (code === DOLLAR) {
        result += this.dollar();
        continue;
      }
      if (code === this.escape) {
        const next = text.charCodeAt(this.position + 1);
        if (next === DOUBLE_QUOTE || next === DOLLAR || next === this.escape) {
          result += text.charAt(this.position + 1);
          this.position += 2;
          continue;
        }
      }
      result += text.charAt(this.position);
      this.position++;
    }
    return this.fail('unbalanced-quote', start, start + 1, 'The double quote is not closed. Close it, or escape it.');
  }

  private dollar(): string {
    const { text } = this;
    const start = this.position;
    this.position++;
    if (text.charCodeAt(this.position) === OPEN_BRACE) return this.braced(start);
    const nameStart = this.position;
    const name = this.name();
    if (name === '') return '$';
    this.use(name, nameStart, start, this.position, '');
    return this.valueOf(this.lookup(name));
  }

  private use(name: string, nameStart: number, start: number, end: number, modifier: string): void {
    this.uses.push({
      name,
      nameSpan: this.source.span(nameStart, nameStart + name.length),
      span: this.source.span(start, end),
      modifier,
    });
  }

  private valueOf(binding: Binding): string {
    if (binding?.kind === 'text') return binding.text;
    if (binding?.kind === 'unknown') this.unknown = true;
    return '';
  }

  private name(): string {
    const { text } = this;
    const start = this.position;
    const first = text.charCodeAt(start);
    if (first >= 48 && first <= 57) {
      while (isDigit(text.charCodeAt(this.position))) this.position++;
    } else if (isNameCode(text, start)) {
      while (this.position < text.length && isNameCode(text, this.position)) this.position++;
    } else if (start < text.length && '@*#?-$!'.includes(text.charAt(start))) {
      this.position++;
    }
    return text.slice(start, this.position);
  }

  private braced(start: number): string {
    const { text } = this;
    this.position++;
    const nameStart = this.position;
    const first = text.charCodeAt(nameStart);
    if (nameStart >= text.length || first === OPEN_BRACE || first === CLOSE_BRACE || first === COLON) {
      this.fail(
        'bad-substitution',
        start,
        first === CLOSE_BRACE ? nameStart + 1 : nameStart,
        `'${text.slice(start, nameStart + (first === CLOSE_BRACE ? 1 : 0))}' names no variable. Put a name behind '\${', or escape the dollar sign.`,
      );
    }
    const name = this.name();
    if (name === '') this.unsupported(start);
    const index = this.uses.length;
    // The place is taken now because BuildKit looks the alternative up after the name was read.
    this.uses.push({
      name,
      nameSpan: this.source.span(nameStart, this.position),
      span: this.source.span(start, this.position),
      modifier: '',
    });
    const outer = this.braceStart;
    this.braceStart = start;
    if (this.depth >= DEEPEST) {
      this.unknown = true;
      this.position = text.length;
      return '';
    }
    this.depth++;
    const { value, modifier } = this.modified(name, start);
    this.depth--;
    this.braceStart = outer;
    this.uses[index] = {
      name,
      nameSpan: this.source.span(nameStart, nameStart + name.length),
      span: this.source.span(start, this.position),
      modifier,
    };
    return value;
  }

  /** Behind the name in braces: up to and including the closing brace. */
  private modified(name: string, start: number): { value: string; modifier: string } {
    const { text } = this;
    const binding = this.lookup(name);
    const operator = text.charAt(this.position);
    switch (operator) {
      case '}':
        this.position++;
        return { value: this.valueOf(binding), modifier: '' };
      case '':
        return this.fail(
          'bad-substitution',
          start,
          text.length,
          `${quote(text.slice(start))} has no closing brace. Add '}'.`,
        );
      case ':':
      case '+':
      case '-':
      case '?': {
        const colon = operator === ':';
        const kind = colon ? text.charAt(this.position + 1) : operator;
        if (kind !== '+' && kind !== '-' && kind !== '?') return this.unsupported(start);
        this.position += colon ? 2 : 1;
        return { value: this.alternative(name, binding, kind, colon, start), modifier: (colon ? ':' : '') + kind };
      }
      case '#':
      case '%': {
        const doubled = text.charAt(this.position + 1) === operator;
        this.position += doubled ? 2 : 1;
        const pattern = this.word(CLOSE_BRACE, true);
        this.checkPattern(pattern, start);
        const value = this.valueOf(binding);
        return {
          value: this.trimmed(value, pattern, operator === '#', doubled),
          modifier: doubled ? operator + operator : operator,
        };
      }
      case '/': {
        const every = text.charAt(this.position + 1) === '/';
        this.position += every ? 2 : 1;
        const pattern = this.word(SLASH, true);
        const replacement = this.word(CLOSE_BRACE, true).replaceAll('\\/', '/');
        this.checkPattern(pattern, start);
        const value = this.valueOf(binding);
        return { value: this.replaced(value, pattern, replacement, every), modifier: every ? '//' : '/' };
      }
      default:
        return this.unsupported(start);
    }
  }

  /** A backslash in a pattern may stand before `*`, `?`, itself and what would end the pattern. */
  private checkPattern(pattern: string, start: number): void {
    for (let at = pattern.indexOf('\\'); at !== -1; at = pattern.indexOf('\\', at + 2)) {
      const next = pattern.charAt(at + 1);
      if ('*?\\}/'.includes(next)) continue;
      this.fail(
        'bad-substitution',
        start,
        this.position,
        `${quote(`\\${next}`)} cannot stand in a pattern. Only '*', '?' and '\\' take a backslash there.`,
      );
    }
  }

  private unsupported(start: number): never {
    const close = this.text.indexOf('}', this.position);
    const end = close === -1 ? this.text.length : close + 1;
    return this.fail(
      'bad-substitution',
      start,
      end,
      `A build does not know the substitution ${quote(this.text.slice(start, end))}. Use ':-', ':+', ':?', '#', '%' or '/' behind the name.`,
    );
  }

  private alternative(name: string, binding: Binding, kind: string, colon: boolean, start: number): string {
    const before = this.unknown;
    const word = this.word(CLOSE_BRACE, false);
    const wordUnknown = this.unknown;
    this.unknown = before;
    const unknown = binding?.kind === 'unknown';
    const present = binding?.kind === 'text' && (!colon || binding.text !== '');
    const useWord = () => {
      this.unknown = this.unknown || wordUnknown;
      return word;
    };
    if (unknown) {
      this.unknown = true;
      return '';
    }
    if (kind === '-') return present ? this.valueOf(binding) : useWord();
    if (kind === '+') return present ? useWord() : '';
    if (present) return this.valueOf(binding);
    return this.fail(
      'required-variable',
      start,
      this.position,
      `${quote(name)} must have a value here${word === '' ? '' : ` (${quote(word)})`}. Give it one before this line.`,
    );
  }

  private trimmed(value: string, pattern: string, prefix: boolean, greedy: boolean): string {
    if (this.unknown || pattern.length > LONGEST_MATCHED || value.length > LONGEST_MATCHED) {
      this.unknown = true;
      return '';
    }
    for (let step = 0; step <= value.length; step++) {
      const length = greedy ? value.length - step : step;
      const part = prefix ? value.slice(0, length) : value.slice(value.length - length);
      if (matches(pattern, part)) return prefix ? value.slice(length) : value.slice(0, value.length - length);
    }
    return value;
  }

  private replaced(value: string, pattern: string, replacement: string, every: boolean): string {
    if (this.unknown || pattern.length > 256 || value.length > 256) {
      this.unknown = true;
      return '';
    }
    let result = '';
    let index = 0;
    while (index < value.length) {
      let end = value.length;
      while (end > index && !matches(pattern, value.slice(index, end))) end--;
      if (end > index) {
        result += replacement;
        index = end;
        if (!every) return result + value.slice(index);
      } else {
        result += value.charAt(index);
        index++;
      }
    }
    return result;
  }
}

/** Matches the whole text against a pattern of `*`, `?` and escaped characters, without backtracking over more than one star. */
function matches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const char = pattern.charAt(p);
    if (char === '*') {
      star = p++;
      mark = t;
      continue;
    }
    const escaped = char === '\\';
    const wanted = escaped ? pattern.charAt(p + 1) : char;
    if (wanted !== '' && ((!escaped && wanted === '?') || wanted === text.charAt(t))) {
      p += escaped ? 2 : 1;
      t++;
    } else if (star !== -1) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern.charAt(p) === '*') p++;
  return p >= pattern.length;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const LETTER = /\p{L}/u;

function isNameCode(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || isDigit(code);
  return LETTER.test(text.charAt(index));
}
