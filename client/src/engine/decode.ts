/**
 * Reading the engine's JSON: only the fields that are used are looked at, a missing one is named, and a record that
 * cannot be read does not take the rest of its list along.
 */

/** A JSON object of unknown content. */
export type Json = Readonly<Record<string, unknown>>;

/** A record from the engine lacks a field, or the field is of another type. */
export class DecodeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DecodeError';
  }
}

/** What a list answered: the records that could be read, and a sentence for each that could not. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly problems: readonly string[];
}

/** Decodes every record of a list by itself. @throws DecodeError when the answer is no list at all. */
export function decodeList<T>(answer: unknown, what: string, decode: (record: Json) => T): Listing<T> {
  if (!Array.isArray(answer)) throw new DecodeError(`The engine's list of ${what}s is not a list.`);
  const items: T[] = [];
  const problems: string[] = [];
  for (const record of answer) {
    try {
      items.push(decode(object(record, what)));
    } catch (error) {
      problems.push(`Left out a ${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { items, problems };
}

/** The value as an object. @throws DecodeError */
export function object(value: unknown, what: string): Json {
  if (isObject(value)) return value;
  throw new DecodeError(`The ${what} is not an object.`);
}

/** A text that must be there and not be empty. @throws DecodeError */
export function requiredText(record: Json, field: string): string {
  const value = record[field];
  if (typeof value === 'string' && value !== '') return value;
  const known = ['Id', 'Name', 'Names'].map((name) => record[name]).find((each) => each !== undefined);
  throw new DecodeError(`the record${known === undefined ? '' : ` ${JSON.stringify(known)}`} has no '${field}'.`);
}

export function text(record: Json, field: string): string {
  const value = record[field];
  return typeof value === 'string' ? value : '';
}

/** A text, or `undefined` when it is absent or empty. */
export function optionalText(record: Json, field: string): string | undefined {
  return text(record, field) || undefined;
}

export function integer(record: Json, field: string): number | undefined {
  const value = record[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function flag(record: Json, field: string): boolean {
  return record[field] === true;
}

/** The texts of a list; `null`, which Go sends for an empty list, is an empty one. */
export function texts(record: Json, field: string): readonly string[] {
  const value = record[field];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The objects of a list. */
export function objects(record: Json, field: string): readonly Json[] {
  const value = record[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The object in a field, or an empty one. */
export function inner(record: Json, field: string): Json {
  const value = record[field];
  return isObject(value) ? value : {};
}

/** A map of texts, such as labels. */
export function textMap(record: Json, field: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(inner(record, field)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Seconds since 1970 from a number of seconds or an RFC 3339 text; 0 when it is neither. */
export function seconds(record: Json, field: string): number {
  const value = record[field];
  if (typeof value === 'number') return value;
  const milliseconds = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(milliseconds) ? 0 : Math.floor(milliseconds / 1000);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
