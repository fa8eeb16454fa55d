import type { Span } from '../../../text/span.ts';
import { shapesAt } from '../../schema/schema.ts';
import { type Path, pathOf } from '../../syntax/path.ts';
import { placeAt } from '../../syntax/position.ts';
import type { Alias, Mapping, Scalar } from '../../syntax/tree.ts';
import { parseYaml } from '../../syntax/yaml.ts';

/** Stands for what is about to be typed. */
const marker = 'CURSORcursor';

/** What can be typed at a place. */
export interface Cursor {
  /** A key of the mapping at `path`, an item of the list there, or its value. */
  readonly role: 'key' | 'item' | 'value';
  readonly path: Path;
  /** What is typed before the cursor. */
  readonly prefix: string;
  /** The stretch that a completion replaces. */
  readonly replace: Span;
  /** The mapping that the key is added to, as far as it is there. */
  readonly mapping: Mapping | undefined;
  /** A colon follows the key. */
  readonly hasColon: boolean;
  /** The item needs a dash before it. */
  readonly needsDash: boolean;
  readonly isQuoted: boolean;
  /** The value stands on the line of its key, or its item on the line of its dash. */
  readonly isInline: boolean;
  readonly isFlow: boolean;
}

/**
 * Finds out what is typed at an offset by reading the file as if a word were already there: indentation, broken lines
 * and flow collections are then the reader's business. `undefined` in comments and where nothing can be completed.
 */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const tree = parseYaml(text.slice(0, offset) + marker + text.slice(offset));
  const place = placeAt(tree, offset + 1);
  const node = place?.node;
  if (node?.kind !== 'scalar' && node?.kind !== 'alias') return undefined;
  if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) return undefined;
  const isQuoted = node.kind === 'scalar' && node.isQuoted;
  const contentStart = node.at.start + (isQuoted ? 1 : 0);
  if (contentStart > offset || node.at.end < offset + marker.length) return undefined;
  const lineEnd = text.indexOf('\n', offset);
  // Everything behind the word moved by its length.
  const end = Math.min(node.at.end - (isQuoted ? 1 : 0) - marker.length, lineEnd === -1 ? text.length : lineEnd);
  const common = {
    prefix: text.slice(contentStart, offset),
    replace: { start: contentStart, end: Math.max(offset, text.slice(0, end).trimEnd().length) },
    isQuoted,
  };
  if (common.prefix.includes('\n')) return undefined;
  return place && (place.isKey ? keyCursor(node, common) : valueCursor(text, node, common));
}

type Common = Pick<Cursor, 'prefix' | 'replace' | 'isQuoted'>;

function keyCursor(key: Scalar | Alias, common: Common): Cursor | undefined {
  const entry = key.parent?.kind === 'entry' ? key.parent : undefined;
  if (!entry) return undefined;
  const { parent: mapping } = entry;
  return {
    ...common,
    role: 'key',
    path: pathOf(mapping),
    mapping,
    hasColon: entry.colon !== -1,
    needsDash: false,
    isInline: mapping.flow,
    isFlow: mapping.flow,
  };
}

function valueCursor(text: string, node: Scalar | Alias, common: Common): Cursor | undefined {
  const path = pathOf(node);
  const { parent } = node;
  const base = { ...common, path, mapping: undefined, hasColon: false, needsDash: false };
  if (parent?.kind === 'sequence') {
    const shapes = shapesAt(path);
    // In a list of mappings a word is the first key of one.
    const isKey = !parent.flow && shapes.length > 0 && shapes.every(({ types }) => types.includes('object'));
    if (isKey) return { ...base, role: 'key', isInline: true, isFlow: false };
    return { ...base, role: 'item', path: path.slice(0, -1), isInline: true, isFlow: parent.flow };
  }
  if (parent?.kind !== 'entry')
    return path.length === 0 ? { ...base, role: 'key', isInline: false, isFlow: false } : undefined;
  const isInline = !text.slice(parent.colon + 1, node.at.start).includes('\n');
  const shapes = shapesAt(path);
  const accepts = (type: 'object' | 'array'): boolean => shapes.some(({ types }) => types.includes(type));
  if (!isInline && accepts('object')) return { ...base, role: 'key', isInline: false, isFlow: false };
  if (!isInline && accepts('array')) return { ...base, role: 'item', needsDash: true, isInline: false, isFlow: false };
  return { ...base, role: 'value', isInline, isFlow: parent.parent.flow };
}
