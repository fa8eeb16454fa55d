const duration = /^(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|[\u00B5\u03BC]s|ms|s|m|h|d|w)/;

/**
 * Seconds of a duration as compose-go reads it: numbers with units one behind another (`1m30s`, `1.5h`, `1w2d`), or a
 * bare `0`; `undefined` when it is none.
 */
export function parseDuration(text: string): number | undefined {
  let rest = text.replace(/^[-+]/, '');
  if (rest === '0') return 0;
  if (rest === '') return undefined;
  const seconds: Readonly<Record<string, number>> = {
    ns: 1e-9,
    us: 1e-6,
    µs: 1e-6,
    μs: 1e-6,
    ms: 1e-3,
    s: 1,
    m: 60,
    h: 3600,
    d: 86_400,
    w: 604_800,
  };
  let total = 0;
  while (rest !== '') {
    const part = duration.exec(rest)?.[0];
    if (part === undefined) return undefined;
    const number = Number.parseFloat(part);
    total += number * (seconds[part.replace(/^[\d.]+/, '')] ?? 0);
    rest = rest.slice(part.length);
  }
  return text.startsWith('-') ? -total : total;
}

const size = /^(\d+(?:\.\d+)?)[ ]?(?:([kmgtp])(?:i?b)?|b)?$/i;

/** Bytes of a size such as `512m`, `1.5 GiB` or `-1`, in powers of 1024; `undefined` when it is none. */
export function parseSize(text: string): number | undefined {
  if (/^-\d+$/.test(text)) return Number(text);
  const match = size.exec(text);
  if (!match) return undefined;
  const power = match[2] === undefined ? 0 : 'kmgtp'.indexOf(match[2].toLowerCase()) + 1;
  return Number(match[1]) * 1024 ** power;
}

/** Truth of a boolean word, as compose-go casts it; `undefined` when it is none. */
export function parseBoolean(text: string): boolean | undefined {
  switch (text.toLowerCase()) {
    case 'true':
    case 't':
    case '1':
    case 'y':
    case 'yes':
    case 'on':
      return true;
    case 'false':
    case 'f':
    case '0':
    case 'n':
    case 'no':
    case 'off':
      return false;
    default:
      return undefined;
  }
}
