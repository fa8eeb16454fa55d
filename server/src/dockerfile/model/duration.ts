export interface DurationProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Nanoseconds of each unit (Go's `time.ParseDuration`). */
const units = new Map<string, number>([
  ['ns', 1],
  ['us', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
  ['h', 3600e9],
]);

/** The longest duration Go can hold, about 292 years, in nanoseconds. */
const LONGEST = 2 ** 63;

/**
 * Reads a duration as HEALTHCHECK flags take it: an optional sign, then numbers with units (`1m30s`, `.5s`), or `0`.
 * Answers nanoseconds. `µs` is no unit here, because flags are read byte by byte (BuildKit).
 */
export function parseDuration(text: string): number | DurationProblem {
  const signed = /^[+-]/.test(text) ? 1 : 0;
  const sign = text.startsWith('-') ? -1 : 1;
  if (text.slice(signed) === '0') return 0;
  if (text.length === signed)
    return { message: `'${text}' is no duration. Write one such as '30s'.`, start: 0, end: text.length };
  let total = 0;
  const part = /([0-9]*)(\.[0-9]*)?([^0-9.]*)/y;
  part.lastIndex = signed;
  while (part.lastIndex < text.length) {
    const start = part.lastIndex;
    const [whole = '', digits = '', fraction = '', unit = ''] = part.exec(text) ?? [];
    const end = start + whole.length;
    if (digits === '' && (fraction === '' || fraction === '.')) {
      return {
        message: `'${text}' is no duration. Write a number and a unit, such as '30s'.`,
        start,
        end: Math.max(end, start + 1),
      };
    }
    if (unit === '') {
      return { message: `The unit of '${whole}' is missing. Write '${whole}s' for seconds.`, start, end };
    }
    const factor = units.get(unit);
    if (factor === undefined) {
      return {
        message: `'${unit}' is no unit of time. Use 'ns', 'us', 'ms', 's', 'm' or 'h'.`,
        start: end - unit.length,
        end,
      };
    }
    total += Number(`${digits || '0'}${fraction === '.' ? '' : fraction}`) * factor;
  }
  if (total >= LONGEST)
    return { message: `'${text}' is longer than a duration can be. Make it shorter.`, start: 0, end: text.length };
  return sign * total;
}
