/** A stretch of a file that is read on its own: one or more entries of a block mapping. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** Chunks of the mapping below a bare `key:` that is all this chunk holds. */
  readonly children: readonly Chunk[];
}

const key = /[A-Za-z0-9_][\w.-]*[ \t]*:(?=[ \t\r\n]|$)/y;
const bareKey = /[A-Za-z0-9_][\w.-]*:[ \t]*(?:#.*)?(?=[\r\n]|$)/y;

/**
 * Cuts a document whose root is a block mapping at its keys, and again at the keys one level below, so that reading it
 * again after an edit costs one chunk, and a quote or bracket that is left open spoils no more than its chunk. A line
 * that starts with a key at the indentation of its mapping can be nothing else in YAML: continued scalars, flow
 * collections and block scalars are all indented further. `undefined` for files of several documents and other roots.
 */
export function chunksOf(text: string): readonly Chunk[] | undefined {
  const starts: number[] = [];
  let isFirst = true;
  let lineStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (lineStart < text.length) {
    const newline = text.indexOf('\n', lineStart);
    const next = newline === -1 ? text.length : newline + 1;
    switch (text.charCodeAt(lineStart)) {
      case 32: // blank
        if (starts.length === 0 && text.slice(lineStart, next).trim() !== '') return undefined;
        break;
      case 10: // line breaks and comment sign
      case 13:
      case 35:
        break;
      case 45: // dash
        if (text.startsWith('---', lineStart)) {
          if (!isFirst || !/^---\s*(?:#.*)?$/.test(text.slice(lineStart, next).trimEnd())) return undefined;
        } else if (starts.length === 0) return undefined;
        isFirst = false;
        break;
      case 37: // percent sign and dot: directives and document ends
      case 46:
        return undefined;
      default:
        isFirst = false;
        key.lastIndex = lineStart;
        if (key.test(text)) starts.push(lineStart);
        else if (starts.length === 0) return undefined;
    }
    lineStart = next;
  }
  if (starts.length === 0) return undefined;
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? text.length;
    const children = childrenOf(text, start, end);
    const last = children.at(-1)?.end ?? end;
    const own = { start, end: last, children };
    return last < end ? [own, { start: last, end, children: [] }] : [own];
  });
}

/** The last one ends where a line that is no key stands at the very left, as while a key is being typed. */
function childrenOf(text: string, start: number, stop: number): readonly Chunk[] {
  bareKey.lastIndex = start;
  if (!bareKey.test(text)) return [];
  let end = stop;
  const starts: number[] = [];
  let indentation = -1;
  let lineStart = nextLine(text, start, end);
  while (lineStart < end) {
    const next = nextLine(text, lineStart, end);
    let first = lineStart;
    while (text.charCodeAt(first) === 32) first++;
    const code = text.charCodeAt(first);
    const isContent = first < end && code !== 35 && code !== 10 && code !== 13;
    if (isContent && (indentation === -1 || first - lineStart <= indentation)) {
      key.lastIndex = first;
      const isKey = key.test(text);
      if (indentation === -1) {
        if (!isKey || first === lineStart) return [];
        indentation = first - lineStart;
      }
      if (isKey && first - lineStart === indentation) starts.push(lineStart);
      else if (first === lineStart && code !== 93 && code !== 125) end = lineStart;
    }
    lineStart = next;
  }
  return starts.map((from, index) => ({ start: from, end: starts[index + 1] ?? end, children: [] }));
}

function nextLine(text: string, from: number, end: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 || newline + 1 > end ? end : newline + 1;
}
