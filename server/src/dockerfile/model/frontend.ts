import { parseImageReference } from '../../image/reference.ts';
import type { Span } from '../../text/span.ts';
import type { Tree } from '../syntax/tree.ts';

/** The program that reads the file, named by `# syntax=` (or `// syntax=`); a build forwards the file to it. */
export interface Frontend {
  /** The image as written, up to the first blank. */
  readonly image: string;
  readonly span: Span;
  /** One of Docker's own Dockerfile frontends, also from a mirror. Any other may read another language. */
  readonly isDockerfile: boolean;
  /** The version pinned by the tag: `1.4` is [1, 4]; `undefined` for `1`, `latest`, a digest alone or other tags. */
  readonly version: readonly [major: number, minor: number] | undefined;
  /** A `-labs` image, which knows unreleased features. */
  readonly isLabs: boolean;
}

const OWN = /(?:^|\/)docker\/dockerfile(?:-upstream)?$/;
const SLASHES = /^\/\/[ \t]*syntax[ \t]*=[ \t]*(\S+)/i;

export function readFrontend(tree: Tree): Frontend | undefined {
  const directive = tree.directives.find((item) => item.name === 'syntax' && item.readBy !== 'lines');
  if (directive !== undefined) {
    const [image = ''] = directive.value.split(' ', 1);
    const { start } = directive.valueSpan;
    return frontend(image, { start, end: start + image.length });
  }
  const first = tree.instructions[0];
  if (first === undefined) return undefined;
  if (first.keyword.startsWith('//')) {
    const match = SLASHES.exec(first.head.text);
    if (match?.[1] === undefined) return undefined;
    const start = match[0].length - match[1].length;
    return frontend(match[1], first.head.span(start, match[0].length));
  }
  if (!first.keyword.startsWith('{')) return undefined;
  const image = jsonSyntax(tree.text);
  return image === undefined ? undefined : frontend(image, first.keywordSpan);
}

function frontend(image: string, span: Span): Frontend {
  const { path, tag } = parseImageReference(image);
  const version = /^([0-9]+)\.([0-9]+)/.exec(tag?.text ?? '');
  return {
    image,
    span,
    isDockerfile: OWN.test(path.text),
    version: version === null ? undefined : [Number(version[1]), Number(version[2])],
    isLabs: tag?.text.includes('labs') ?? false,
  };
}

/** A whole file that is a JSON object with a string member `syntax`. */
function jsonSyntax(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('syntax' in value)) return undefined;
    return typeof value.syntax === 'string' ? value.syntax : undefined;
  } catch {
    return undefined;
  }
}
