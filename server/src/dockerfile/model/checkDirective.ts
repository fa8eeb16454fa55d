import { parseBoolean } from './boolean.ts';

/** What `# check=…` asks for. */
export interface CheckOptions {
  readonly skip: readonly string[];
  readonly experimental: readonly string[];
  readonly error: boolean;
}

/** Why the value of a `check` directive is refused. */
export interface CheckProblem {
  readonly message: string;
  /** Place in the value. */
  readonly start: number;
  readonly end: number;
}

export type ParsedCheck =
  | { readonly kind: 'options'; readonly options: CheckOptions; readonly names: readonly CheckName[] }
  | { readonly kind: 'problem'; readonly problem: CheckProblem };

/** A rule name of `skip` or `experimental` with its place in the value. */
export interface CheckName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A directive has at most that many parts; what follows belongs to the last one. */
const MOST_PARTS = 3;

/**
 * Reads the value of a `check` directive: `skip=…;experimental=…;error=…`, only up to the first space (BuildKit). A
 * malformed one fails a build for the whole file and is ignored before an instruction.
 */
export function parseCheck(value: string): ParsedCheck {
  const lists = { skip: [] as string[], experimental: [] as string[] };
  const names: CheckName[] = [];
  let error = false;
  const space = value.indexOf(' ');
  const limit = space === -1 ? value.length : space;
  let start = 0;
  for (let part = 1; part <= MOST_PARTS && start <= limit; part++) {
    const semicolon = part === MOST_PARTS ? -1 : value.indexOf(';', start);
    const end = semicolon === -1 || semicolon > limit ? limit : semicolon;
    const equals = value.indexOf('=', start);
    const key = value.slice(start, equals === -1 || equals > end ? end : equals).trim();
    if (equals === -1 || equals >= end + 1 || (key !== 'skip' && key !== 'experimental' && key !== 'error')) {
      return problem(
        `'${value.slice(start, end)}' is no check option. Write 'skip=RULE', 'experimental=RULE' or 'error=true'.`,
        start,
        end,
      );
    }
    const text = value.slice(equals + 1, end).trim();
    if (key === 'error') {
      const boolean = parseBoolean(text);
      if (boolean === undefined) {
        return problem(`'${text}' is no boolean. Write 'error=true' or 'error=false'.`, equals + 1, end);
      }
      error = boolean;
    } else {
      const found = readNames(value, equals + 1, end);
      names.push(...found);
      lists[key] = found.map(({ name }) => name);
    }
    start = end + 1;
  }
  return { kind: 'options', options: { ...lists, error }, names };
}

function readNames(value: string, start: number, end: number): CheckName[] {
  const found: CheckName[] = [];
  let from = start;
  for (const piece of value.slice(start, end).split(',')) {
    const name = piece.trim();
    const at = from + (name === '' ? 0 : piece.indexOf(name));
    found.push({ name, start: at, end: at + name.length });
    from += piece.length + 1;
  }
  return found;
}

function problem(message: string, start: number, end: number): ParsedCheck {
  return { kind: 'problem', problem: { message, start, end: Math.max(end, start) } };
}
