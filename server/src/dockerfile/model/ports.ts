import type { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import type { Expose } from './instructions.ts';

/** A stretch of a port specification, with its place in it. */
export interface PortPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `[ip:][hostPort:]containerPort[/protocol]`, as EXPOSE reads it. */
export interface PortSpec {
  readonly kind: 'port';
  /** Everything before the container port, its colon included: an address, a host port or both. */
  readonly prefix: PortPart | undefined;
  /** A port or a range. */
  readonly container: PortPart;
  /** First and last port of the container's range. */
  readonly first: number;
  readonly last: number;
  /** As written; `undefined` without `/`. */
  readonly protocol: PortPart | undefined;
}

export interface PortProblem {
  readonly kind: 'problem';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Protocols that EXPOSE takes, in any case. */
export const protocols = ['tcp', 'udp', 'sctp'] as const;

const LAST_PORT = 65_535;

/** Reads one port of EXPOSE, split at colons from the right (BuildKit). */
export function parsePort(text: string): PortSpec | PortProblem {
  const lastColon = text.lastIndexOf(':');
  const containerStart = lastColon + 1;
  const slash = text.indexOf('/', containerStart);
  const containerEnd = slash === -1 ? text.length : slash;
  const container = { text: text.slice(containerStart, containerEnd), start: containerStart, end: containerEnd };
  if (container.text === '')
    return problem(`'${text}' names no container port. Write a number such as '8080'.`, 0, text.length);
  const range = readRange(container);
  if (range.kind === 'problem') return range;
  let protocol: PortPart | undefined;
  if (slash !== -1) {
    protocol = { text: text.slice(slash + 1), start: slash + 1, end: text.length };
    if (protocol.text !== '' && !protocols.some((known) => known === protocol?.text.toLowerCase())) {
      return problem(
        `'${protocol.text}' is no protocol of EXPOSE. Use 'tcp', 'udp' or 'sctp'.`,
        slash + 1,
        text.length,
      );
    }
  }
  const wrong = lastColon === -1 ? undefined : checkPrefix(text, lastColon, range);
  if (wrong !== undefined) return wrong;
  return {
    kind: 'port',
    prefix: lastColon === -1 ? undefined : { text: text.slice(0, containerStart), start: 0, end: containerStart },
    container,
    first: range.first,
    last: range.last,
    protocol,
  };
}

interface Range {
  readonly kind: 'range';
  readonly first: number;
  readonly last: number;
}

function readRange({ text, start, end }: PortPart): Range | PortProblem {
  const dash = text.indexOf('-');
  const firstText = dash === -1 ? text : text.slice(0, dash);
  const first = readNumber(firstText);
  const last = dash === -1 ? first : readNumber(text.slice(dash + 1));
  if (first === undefined || last === undefined) {
    const isRange = dash > 0;
    return problem(
      isRange
        ? `'${text}' is no range of ports. Write two numbers from 0 to ${LAST_PORT}, such as '8000-8010'.`
        : `'${text}' is no port. Write a number from 0 to ${LAST_PORT}.`,
      start,
      end,
    );
  }
  if (last < first) return problem(`The range '${text}' ends before it begins. Swap its ends.`, start, end);
  return { kind: 'range', first, last };
}

function readNumber(text: string): number | undefined {
  if (!/^\+?[0-9]+$/.test(text)) return undefined;
  const value = Number(text);
  return value <= LAST_PORT ? value : undefined;
}

/** What stands before the last colon: a host port and, before another colon, an address. */
function checkPrefix(text: string, lastColon: number, container: Range): PortProblem | undefined {
  const hostColon = text.lastIndexOf(':', lastColon - 1);
  const hostStart = lastColon === 0 ? 0 : hostColon + 1;
  const host = text.slice(hostStart, lastColon);
  const address = lastColon === 0 || hostColon === -1 ? '' : text.slice(0, hostColon);
  if (address !== '' && !isAddress(address)) {
    return problem(`'${address}' is no IP address. Write the container port alone.`, 0, hostColon);
  }
  if (host === '') return undefined;
  const range = readRange({ text: host, start: hostStart, end: lastColon });
  if (range.kind === 'problem') return range;
  const isSingle = container.first === container.last;
  if (!isSingle && range.last - range.first !== container.last - container.first) {
    return problem(
      `The host ports '${host}' are not as many as the container ports. Write the container ports alone.`,
      hostStart,
      lastColon,
    );
  }
  return undefined;
}

function problem(message: string, start: number, end: number): PortProblem {
  return { kind: 'problem', message, start, end };
}

function isAddress(text: string): boolean {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  return isVersion4(bare) || isVersion6(bare);
}

function isVersion4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}

function isVersion6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  let groups = 0;
  for (const [index, half] of halves.entries()) {
    if (half === '') continue;
    const parts = half.split(':');
    for (const [place, part] of parts.entries()) {
      const isLast = index === halves.length - 1 && place === parts.length - 1;
      if (isLast && part.includes('.')) {
        if (!isVersion4(part)) return false;
        groups += 2;
      } else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups++;
      else return false;
    }
  }
  return halves.length === 2 ? groups < 8 : groups === 8;
}

/** One port that EXPOSE names. */
export interface ExposedPort {
  /** What is exposed, variables expanded. */
  readonly value: string;
  readonly port: PortSpec | PortProblem;
  /** The word it stands in. */
  readonly word: Span;
  /** True when it stands in the file as it is. */
  readonly isLiteral: boolean;
  /** Where a part of it stands; the whole word when a variable is in it. */
  span(part: { readonly start: number; readonly end: number }): Span;
}

/** The ports of EXPOSE as far as the file tells: a variable may hold several or none, quotes keep text together. */
export function exposedPorts(
  { words }: Expose,
  result: (text: MappedText) => string | undefined,
): readonly ExposedPort[] {
  const found: ExposedPort[] = [];
  for (const { text, source, span: word } of words) {
    const value = result(source);
    if (value === undefined) continue;
    const isLiteral = value === text;
    const ports = isLiteral || /["']/.test(text) ? [value] : value.split(/\s+/);
    for (const each of ports) {
      if (each === '') continue;
      const span = ({ start, end }: { start: number; end: number }) =>
        isLiteral && end > start ? source.span(start, end) : word;
      found.push({ value: each, port: parsePort(each), word, isLiteral, span });
    }
  }
  return found;
}
