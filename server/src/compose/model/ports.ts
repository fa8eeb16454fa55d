import { isIP } from './addresses.ts';

/** Ports from `from` to `to`, both included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** A place in the text of a port, for what is wrong with it. */
export interface PortProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface PortMapping {
  /** Address of the host that is bound, without brackets; `undefined`: all of them. */
  readonly hostAddress: string | undefined;
  /** `undefined`: the engine picks one. */
  readonly published: PortRange | undefined;
  readonly target: PortRange;
  /** `tcp`, `udp` or `sctp`. */
  readonly protocol: string;
}

/** Parts of the short form, as offsets into its text. */
export interface PortParts {
  readonly address: readonly [start: number, end: number] | undefined;
  readonly published: readonly [start: number, end: number] | undefined;
  readonly target: readonly [start: number, end: number];
  readonly protocol: readonly [start: number, end: number] | undefined;
}

/** Cuts `[[ADDRESS:][HOST]:]CONTAINER[/PROTOCOL]`. Colons in `${…}` and in brackets do not count. */
export function splitPort(text: string): PortParts {
  const colons: number[] = [];
  let slash = -1;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
    else if (depth <= 0 && char === ':') colons.push(index);
    else if (depth <= 0 && char === '/' && slash === -1) slash = index;
  }
  const end = slash === -1 ? text.length : slash;
  const before = colons.filter((colon) => colon < end);
  const last = before.at(-1);
  const secondLast = before.at(-2);
  return {
    address: secondLast === undefined ? undefined : [0, secondLast],
    published: last === undefined ? undefined : [secondLast === undefined ? 0 : secondLast + 1, last],
    target: [last === undefined ? 0 : last + 1, end],
    protocol: slash === -1 ? undefined : [slash + 1, text.length],
  };
}

/** Reads `80` or `80-90`; `undefined` when it is neither. */
export function parseRange(text: string): PortRange | undefined {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = match[2] === undefined ? from : Number(match[2]);
  return from <= to && to <= 65535 ? { from, to } : undefined;
}

const count = ({ from, to }: PortRange): number => to - from + 1;

/** Reads a port in short form; the text holds no variables. */
export function parsePort(text: string): PortMapping | PortProblem {
  const parts = splitPort(text);
  const problem = ([start, end]: readonly [number, number], message: string): PortProblem => ({ start, end, message });
  const slice = ([start, end]: readonly [number, number]): string => text.slice(start, end);

  const protocol = parts.protocol ? slice(parts.protocol).toLowerCase() : '';
  const targetText = slice(parts.target);
  if (targetText === '') {
    return problem([0, text.length], `The container port is missing in '${text}'. Add it behind the last ':'.`);
  }
  const target = parseRange(targetText);
  if (!target) {
    return problem(parts.target, `'${targetText}' is not a container port. Use a number up to 65535 or a range.`);
  }
  const publishedText = parts.published ? slice(parts.published) : '';
  const published = publishedText === '' ? undefined : parseRange(publishedText);
  if (publishedText !== '' && !published && parts.published) {
    return problem(parts.published, `'${publishedText}' is not a host port. Use a number up to 65535 or a range.`);
  }
  const addressText = parts.address ? slice(parts.address) : '';
  const hostAddress = addressText.replace(/^\[(.*)\]$/, '$1');
  if (parts.address && isIP(hostAddress) === 0) {
    return problem(parts.address, `'${addressText}' is not an IP address. Host names are not allowed here.`);
  }
  if (published && count(published) !== count(target) && count(target) !== 1) {
    return problem(
      [parts.published?.[0] ?? 0, parts.target[1]],
      `The ranges '${publishedText}' and '${targetText}' differ in length. Make them equal.`,
    );
  }
  if (parts.protocol && !['', 'tcp', 'udp', 'sctp'].includes(protocol)) {
    return problem(parts.protocol, `'${slice(parts.protocol)}' is not a protocol. Use tcp, udp or sctp.`);
  }
  return { hostAddress: hostAddress || undefined, published, target, protocol: protocol || 'tcp' };
}

/** True when both may want the same host port. An address that stands for all overlaps with every one of its family. */
export function clash(a: PortMapping, b: PortMapping): boolean {
  if (!a.published || !b.published || a.protocol !== b.protocol) return false;
  // A range for a single container port lets the engine pick a free one.
  if (count(a.published) > count(a.target) || count(b.published) > count(b.target)) return false;
  if (a.published.from > b.published.to || b.published.from > a.published.to) return false;
  const wide = (address: string | undefined): boolean =>
    address === undefined || address === '0.0.0.0' || address === '::';
  if (a.hostAddress === undefined || b.hostAddress === undefined) return true;
  if (isIP(a.hostAddress) !== isIP(b.hostAddress)) return false;
  return wide(a.hostAddress) || wide(b.hostAddress) || a.hostAddress === b.hostAddress;
}
