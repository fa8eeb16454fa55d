import type { Span } from '../text/span.ts';

/** Why a text is no image reference. */
export type ReferenceProblem = 'empty' | 'domain' | 'path' | 'uppercase' | 'too-long' | 'tag' | 'digest' | 'image-id';

export interface ReferenceError {
  readonly kind: ReferenceProblem;
  /** Sentence case, full stop, offending text in single quotes. */
  readonly message: string;
  /** Relative to the parsed text. */
  readonly at: Span;
}

/** A stretch of the reference; `start` and `end` are relative to the parsed text. */
export interface ReferencePart extends Span {
  readonly text: string;
  /** Contains a variable, so that its value is not known before the build. */
  readonly hasVariable: boolean;
}

/**
 * An image name as Docker reads it: `[domain[:port]/]path[:tag][@algorithm:hex]` (distribution reference grammar).
 * Variables (`$NAME`, `${NAME:-word}`) never split a part and are never reported as malformed.
 */
export interface ImageReference {
  readonly text: string;
  /** Registry host with port. Absent when the reference does not name one; a first component that is nothing but a variable counts as path. */
  readonly domain: ReferencePart | undefined;
  readonly path: ReferencePart;
  readonly tag: ReferencePart | undefined;
  readonly digest: ReferencePart | undefined;
  /** The first thing that is wrong with it. */
  readonly error: ReferenceError | undefined;
  /** Some part contains a variable. */
  readonly hasVariable: boolean;
  /** The reserved empty base image. */
  readonly isScratch: boolean;
  /** Domain and path without the defaults `docker.io` and `library`: `nginx`, `ghcr.io/a/b`. */
  readonly familiarName: string;
  /** Domain and path with the defaults filled in: `docker.io/library/nginx`. */
  readonly canonicalName: string;
  /** Canonical name with tag (`latest` when there is neither tag nor digest) and digest. */
  readonly canonical: string;
}

/** Longest path the grammar allows, in characters. */
const MAXIMUM_PATH_LENGTH = 255;
const DEFAULT_DOMAIN = 'docker.io';
const digestLengths = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

const pathComponent = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;
const domainComponent = /^(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])$/;
const ipv6Address = /^\[[0-9A-Fa-f:]+\]$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestAlgorithm = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*$/;
const digestHex = /^[0-9A-Fa-f]{32,}$/;
const imageId = /^[0-9a-f]{64}$/;

/** Reads an image reference. Never throws; what is malformed is split as well as possible and described in `error`. */
export function parseImageReference(text: string): ImageReference {
  const marks = findSeparators(text);
  const digestAt = marks.at;
  const nameEnd = digestAt === -1 ? text.length : digestAt;
  const domainEnd = domainLength(text, marks.firstSlash, nameEnd);
  const tagAt = marks.lastColon > domainEnd && marks.lastColon > marks.lastSlash ? marks.lastColon : -1;

  const domain = domainEnd === -1 ? undefined : part(text, 0, domainEnd);
  const path = part(text, domainEnd === -1 ? 0 : domainEnd + 1, tagAt === -1 ? nameEnd : tagAt);
  const tag = tagAt === -1 ? undefined : part(text, tagAt + 1, nameEnd);
  const digest = digestAt === -1 ? undefined : part(text, digestAt + 1, text.length);
  const error = firstError(text, domain, path, tag, digest);

  const isDefaultDomain = domain === undefined || domain.text === DEFAULT_DOMAIN || domain.text === 'index.docker.io';
  const host = isDefaultDomain ? DEFAULT_DOMAIN : domain.text;
  const isUnknownName = domain === undefined && marks.firstSlash !== -1 && path.text.startsWith('$');
  const isOfficial = isDefaultDomain && !path.text.includes('/');
  const canonicalName = isUnknownName ? path.text : `${host}/${isOfficial ? 'library/' : ''}${path.text}`;
  const shortPath =
    isDefaultDomain && path.text.startsWith('library/') ? path.text.slice('library/'.length) : path.text;
  const version = `${tag ? `:${tag.text}` : digest ? '' : ':latest'}${digest ? `@${digest.text}` : ''}`;

  return {
    text,
    domain,
    path,
    tag,
    digest,
    error,
    hasVariable: text.includes('$'),
    isScratch: text === 'scratch',
    familiarName: isDefaultDomain ? shortPath : `${host}/${path.text}`,
    canonicalName,
    canonical: canonicalName + version,
  };
}

/** Places of the separators that stand outside `${…}`; -1 for none. `lastColon` and `lastSlash` are before the `@`. */
function findSeparators(text: string): { at: number; firstSlash: number; lastSlash: number; lastColon: number } {
  let depth = 0;
  let firstSlash = -1;
  let lastSlash = -1;
  let lastColon = -1;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '$' && text[index + 1] === '{') {
      depth++;
      index++;
    } else if (depth > 0) {
      if (character === '}') depth--;
    } else if (character === '/') {
      if (firstSlash === -1) firstSlash = index;
      lastSlash = index;
    } else if (character === ':') lastColon = index;
    else if (character === '@') return { at: index, firstSlash, lastSlash, lastColon };
  }
  return { at: -1, firstSlash, lastSlash, lastColon };
}

/** Length of the domain, or -1: the first component is one if it has a dot, a colon or an upper-case letter, or is `localhost`. */
function domainLength(text: string, firstSlash: number, nameEnd: number): number {
  if (firstSlash === -1 || firstSlash > nameEnd) return -1;
  const known = withoutVariables(text.slice(0, firstSlash));
  return known === 'localhost' || /[.:A-Z]/.test(known) ? firstSlash : -1;
}

/** The text with every variable cut out. */
function withoutVariables(text: string): string {
  if (!text.includes('$')) return text;
  let result = '';
  for (let index = 0; index < text.length; index++) {
    if (text[index] !== '$') {
      result += text[index];
      continue;
    }
    if (text[index + 1] === '{') {
      let depth = 1;
      index += 2;
      for (; index < text.length && depth > 0; index++) {
        if (text[index] === '}') depth--;
        else if (text[index] === '$' && text[index + 1] === '{') depth++;
      }
      index--;
    } else {
      while (index + 1 < text.length && /\w/.test(text[index + 1] ?? '')) index++;
    }
  }
  return result;
}

function part(text: string, start: number, end: number): ReferencePart {
  const own = text.slice(start, end);
  return { text: own, start, end: Math.max(start, end), hasVariable: own.includes('$') };
}

function firstError(
  text: string,
  domain: ReferencePart | undefined,
  path: ReferencePart,
  tag: ReferencePart | undefined,
  digest: ReferencePart | undefined,
): ReferenceError | undefined {
  if (text === '') return { kind: 'empty', message: 'The image reference is empty.', at: { start: 0, end: 0 } };
  return domainError(domain) ?? pathError(path, domain, tag, digest) ?? tagError(tag) ?? digestError(digest);
}

function domainError(domain: ReferencePart | undefined): ReferenceError | undefined {
  if (domain === undefined || domain.hasVariable) return undefined;
  const bracket = domain.text.lastIndexOf(']');
  const colon = domain.text.indexOf(':', bracket + 1);
  const host = colon === -1 ? domain.text : domain.text.slice(0, colon);
  const port = colon === -1 ? '0' : domain.text.slice(colon + 1);
  const isHost = ipv6Address.test(host) || host.split('.').every((component) => domainComponent.test(component));
  if (isHost && /^[0-9]+$/.test(port)) return undefined;
  return { kind: 'domain', message: `'${domain.text}' is not a registry host with an optional port.`, at: domain };
}

function pathError(
  path: ReferencePart,
  domain: ReferencePart | undefined,
  tag: ReferencePart | undefined,
  digest: ReferencePart | undefined,
): ReferenceError | undefined {
  if (path.text === '') return { kind: 'path', message: 'The name of the image is missing.', at: path };
  if (!path.hasVariable && path.text.length > MAXIMUM_PATH_LENGTH) {
    return {
      kind: 'too-long',
      message: `The name of the image is longer than ${MAXIMUM_PATH_LENGTH} characters.`,
      at: path,
    };
  }
  if (domain === undefined && tag === undefined && digest === undefined && imageId.test(path.text)) {
    return { kind: 'image-id', message: '64 hexadecimal digits are an image ID, not an image reference.', at: path };
  }
  let start = path.start;
  for (const component of splitPath(path.text)) {
    const end = start + component.length;
    if (!component.includes('$') && !pathComponent.test(component)) {
      const at = { start, end };
      if (pathComponent.test(component.toLowerCase())) {
        return { kind: 'uppercase', message: `The image name '${component}' must be lower case.`, at };
      }
      return {
        kind: 'path',
        message:
          component === ''
            ? `The image name '${path.text}' has an empty component.`
            : `The image name '${component}' may only hold lower-case letters, digits and single separators ('.', '_', '__', '-') between them.`,
        at,
      };
    }
    start = end + 1;
  }
  return undefined;
}

/** Splits at the slashes outside `${…}`. */
function splitPath(text: string): string[] {
  if (!text.includes('$')) return text.split('/');
  const components: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '$' && text[index + 1] === '{') depth++;
    else if (text[index] === '}' && depth > 0) depth--;
    else if (text[index] === '/' && depth === 0) {
      components.push(text.slice(start, index));
      start = index + 1;
    }
  }
  components.push(text.slice(start));
  return components;
}

function tagError(tag: ReferencePart | undefined): ReferenceError | undefined {
  if (tag === undefined || tag.hasVariable || tagPattern.test(tag.text)) return undefined;
  const message =
    tag.text === ''
      ? "The tag is missing behind ':'."
      : `The tag '${tag.text}' must be at most 128 letters, digits, '_', '.' or '-', and not begin with '.' or '-'.`;
  return { kind: 'tag', message, at: tag };
}

function digestError(digest: ReferencePart | undefined): ReferenceError | undefined {
  if (digest === undefined || digest.hasVariable) return undefined;
  const colon = digest.text.indexOf(':');
  const algorithm = digest.text.slice(0, Math.max(colon, 0));
  const hex = digest.text.slice(colon + 1);
  const length = digestLengths.get(algorithm);
  if (length === undefined ? digestAlgorithm.test(algorithm) && digestHex.test(hex) : isHash(hex, length)) {
    return undefined;
  }
  const message =
    length !== undefined
      ? `The digest '${digest.text}' must have ${length} lower-case hexadecimal digits after '${algorithm}:'.`
      : `The digest '${digest.text}' must be an algorithm, ':' and at least 32 hexadecimal digits.`;
  return { kind: 'digest', message, at: digest };
}

/** Of the algorithms it knows Docker takes lower case alone. */
function isHash(hex: string, length: number): boolean {
  return hex.length === length && /^[0-9a-f]+$/.test(hex);
}
