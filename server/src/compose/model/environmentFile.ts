import { interpolate, type Lookup } from './interpolation.ts';

const key = /^(?:export[ \t]+)?([\p{L}\p{N}_.\-[\]]+)[ \t]*(?:[=:]|$)/u;

/** The variables of an env file by the rules of Compose; lines that cannot be read are left out. */
export function parseEnvironmentFile(text: string, outside: Lookup = () => undefined): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const lookup: Lookup = (name) => outside(name) ?? variables.get(name);
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  let index = 0;
  while (index < source.length) {
    const newline = source.indexOf('\n', index);
    const lineEnd = newline === -1 ? source.length : newline;
    const line = source.slice(index, lineEnd);
    const indent = line.length - line.trimStart().length;
    const match = line[indent] === '#' ? null : key.exec(line.slice(indent));
    if (!match?.[1] || !/[=:]$/.test(match[0])) {
      index = lineEnd + 1;
      continue;
    }
    let from = index + indent + match[0].length;
    while (source[from] === ' ' || source[from] === '\t') from++;
    const quote = source[from];
    const closing = quote === '"' || quote === "'" ? closingQuote(source, from) : -1;
    if (closing === -1) {
      const raw = source.slice(Math.min(from, lineEnd), lineEnd);
      variables.set(match[1], expand(withoutComment(raw), lookup));
      index = lineEnd + 1;
    } else {
      const raw = source.slice(from + 1, closing);
      variables.set(match[1], quote === "'" ? raw.replaceAll("\\'", "'") : expand(unescaped(raw), lookup));
      const next = source.indexOf('\n', closing);
      index = next === -1 ? source.length : next + 1;
    }
  }
  return variables;
}

function withoutComment(line: string): string {
  if (line.startsWith('#')) return '';
  const comment = line.indexOf(' #');
  return (comment === -1 ? line : line.slice(0, comment)).trim();
}

function closingQuote(text: string, start: number): number {
  const quote = text[start];
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === quote) return index;
  }
  return -1;
}

function unescaped(text: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$$' };
  return text.replace(/\\([nrt"\\$])/g, (_, sign: string) => escapes[sign] ?? sign);
}

function expand(text: string, lookup: Lookup): string {
  return text.includes('$') ? (interpolate(text, lookup) ?? text) : text;
}
