/** How an expression treats a variable that is unset or empty; `''` for `$NAME` and `${NAME}`. */
export type Operator = '' | ':-' | '-' | ':+' | '+' | ':?' | '?';

/** A variable expression in a value. All places are offsets into the value. */
export interface Variable {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** From the dollar sign to the end of the expression. */
  readonly start: number;
  readonly end: number;
  readonly isBraced: boolean;
  readonly operator: Operator;
  /** Default, replacement or message; empty when there is none. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Expressions in that text. */
  readonly nested: readonly Variable[];
}

/** An expression Compose refuses. */
export interface InvalidExpression {
  readonly start: number;
  readonly end: number;
  readonly reason: 'unclosed' | 'name' | 'operator';
}

export interface Interpolation {
  readonly variables: readonly Variable[];
  readonly invalid: readonly InvalidExpression[];
  /** Offsets of `$$`. */
  readonly escapes: readonly number[];
}

const none: Interpolation = { variables: [], invalid: [], escapes: [] };

/** Reads the variables of a value by the grammar of the Compose specification. Never throws. */
export function parseInterpolation(value: string): Interpolation {
  if (!value.includes('$')) return none;
  const reader = new Reader(value);
  return { variables: reader.read(0, value.length, 0), invalid: reader.invalid, escapes: reader.escapes };
}

/** True when part of the value is only known when Compose runs. */
export function hasVariable(value: string): boolean {
  return value.includes('$') && parseInterpolation(value).variables.length > 0;
}

/** Every variable of a value, those in defaults included. */
export function allVariables(variables: readonly Variable[]): Variable[] {
  return variables.flatMap((variable) => [variable, ...allVariables(variable.nested)]);
}

/** Nesting below which defaults are not read. */
const maximumDepth = 50;

class Reader {
  private readonly value: string;
  readonly invalid: InvalidExpression[] = [];
  readonly escapes: number[] = [];

  constructor(value: string) {
    this.value = value;
  }

  read(from: number, to: number, depth: number): Variable[] {
    const { value } = this;
    const variables: Variable[] = [];
    let index = value.indexOf('$', from);
    while (index !== -1 && index < to) {
      const next = value.charCodeAt(index + 1);
      let end = index + 1;
      if (end >= to) break;
      if (next === 36) {
        this.escapes.push(index);
        end = index + 2;
      } else if (next === 123) {
        const closing = this.closing(index + 2, to);
        end = closing === -1 ? to : closing + 1;
        const variable = this.braced(index, closing, end, depth);
        if (variable) variables.push(variable);
      } else if (isNameStart(next)) {
        end = this.nameEnd(index + 1, to);
        variables.push({
          name: value.slice(index + 1, end),
          nameStart: index + 1,
          nameEnd: end,
          start: index,
          end,
          isBraced: false,
          operator: '',
          textStart: end,
          textEnd: end,
          nested: [],
        });
      }
      index = value.indexOf('$', end);
    }
    return variables;
  }

  private nameEnd(from: number, to: number): number {
    let end = from;
    while (end < to && isNamePart(this.value.charCodeAt(end))) end++;
    return end;
  }

  /** The brace that closes an expression whose inside begins at `from`; none when a line ends before. */
  private closing(from: number, to: number): number {
    let depth = 1;
    for (let index = from; index < to; index++) {
      const code = this.value.charCodeAt(index);
      if (code === 10) return -1;
      if (code === 123) depth++;
      else if (code === 125 && --depth === 0) return index;
    }
    return -1;
  }

  private braced(start: number, closing: number, end: number, depth: number): Variable | undefined {
    const { value } = this;
    if (closing === -1) {
      const line = value.indexOf('\n', start);
      this.invalid.push({ start, end: line === -1 ? end : Math.min(line, end), reason: 'unclosed' });
      return undefined;
    }
    const nameStart = start + 2;
    const nameEnd = isNameStart(value.charCodeAt(nameStart)) ? this.nameEnd(nameStart, closing) : nameStart;
    if (nameEnd === nameStart) {
      this.invalid.push({ start, end, reason: 'name' });
      return undefined;
    }
    const operator = operatorAt(value, nameEnd);
    if (operator === undefined || (operator === '' && nameEnd !== closing)) {
      this.invalid.push({ start, end, reason: 'operator' });
      return undefined;
    }
    const textStart = nameEnd + operator.length;
    return {
      name: value.slice(nameStart, nameEnd),
      nameStart,
      nameEnd,
      start,
      end,
      isBraced: true,
      operator,
      textStart,
      textEnd: closing,
      nested: depth < maximumDepth ? this.read(textStart, closing, depth + 1) : [],
    };
  }
}

function operatorAt(value: string, index: number): Operator | undefined {
  const first = value[index];
  if (first === '}') return '';
  if (first === '-' || first === '+' || first === '?') return first;
  const second = value[index + 1];
  if (first === ':' && (second === '-' || second === '+' || second === '?')) return `:${second}`;
  return undefined;
}

function isNameStart(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}

function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 48 && code <= 57);
}

/** Value of an environment variable; `undefined` when it is not set. */
export type Lookup = (name: string) => string | undefined;

/** The value Compose would use; `undefined` when a required variable is missing or an expression is not valid. */
export function interpolate(value: string, lookup: Lookup): string | undefined {
  const { variables, invalid, escapes } = parseInterpolation(value);
  if (invalid.length > 0) return undefined;
  return substitute(value, 0, value.length, variables, new Set(escapes), lookup);
}

function substitute(
  value: string,
  from: number,
  to: number,
  variables: readonly Variable[],
  escapes: ReadonlySet<number>,
  lookup: Lookup,
): string | undefined {
  let result = '';
  let index = from;
  let next = 0;
  while (index < to) {
    const variable = variables[next];
    if (variable?.start === index) {
      const text = expansionOf(value, variable, escapes, lookup);
      if (text === undefined) return undefined;
      result += text;
      index = variable.end;
      next++;
    } else {
      result += value[index] ?? '';
      index += escapes.has(index) ? 2 : 1;
    }
  }
  return result;
}

function expansionOf(
  value: string,
  variable: Variable,
  escapes: ReadonlySet<number>,
  lookup: Lookup,
): string | undefined {
  const found = lookup(variable.name);
  const text = (): string | undefined =>
    substitute(value, variable.textStart, variable.textEnd, variable.nested, escapes, lookup);
  switch (variable.operator) {
    case ':-':
      return found ? found : text();
    case '-':
      return found ?? text();
    case ':+':
      return found ? text() : '';
    case '+':
      return found === undefined ? '' : text();
    case ':?':
      return found ? found : undefined;
    case '?':
      return found;
    default:
      return found ?? '';
  }
}
