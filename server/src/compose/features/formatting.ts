import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import type { TextEdit as SpanEdit } from '../../text/edit.ts';
import { applyEdits } from '../../text/edit.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { ComposeFile } from '../model/file.ts';
import type { Node } from '../syntax/tree.ts';
import { parseYaml, type YamlTree } from '../syntax/yaml.ts';
import { rangeOf } from './ranges.ts';

/**
 * Indents mappings and lists evenly and removes blanks at the ends of lines. Everything else stays as it is written:
 * quotes, comments, blank lines, flow collections, the text of block scalars. A file that would mean something else
 * afterwards, or that is broken, is left alone.
 */
export function format(
  file: ComposeFile,
  options: FormattingOptions,
  _context: FeatureContext,
  within?: Span,
): readonly TextEdit[] {
  const { tree, text } = file;
  if (tree.documents.length === 0 || tree.problems.some(({ kind }) => kind !== 'duplicate-key')) return [];
  const step = Number.isInteger(options.tabSize) && options.tabSize >= 1 && options.tabSize <= 8 ? options.tabSize : 2;
  const edits = new Indenter(file, step).edits();
  if (edits.length === 0 || !meansTheSame(tree, parseYaml(applyEdits(text, edits)))) return [];
  return edits
    .filter(({ at }) => !within || overlaps(at, within) || (at.start >= within.start && at.end <= within.end))
    .map(({ at, newText }) => ({ range: rangeOf(file, at), newText }));
}

/** Where the lines of a file are and where they belong, as numbers of blanks. */
class Indenter {
  private readonly file: ComposeFile;
  private readonly step: number;
  /** By line: the new indentation of lines that hold YAML. */
  private readonly planned = new Map<number, number>();
  /** Lines inside scalars of several lines: what ends them is theirs. */
  private readonly inner = new Set<number>();
  /** Lines of block scalars: even empty ones may be theirs. */
  private readonly literal = new Set<number>();

  constructor(file: ComposeFile, step: number) {
    this.file = file;
    this.step = step;
  }

  edits(): SpanEdit[] {
    for (const { root } of this.file.tree.documents) if (root) this.node(root, 0);
    this.comments();
    const { lines, text } = this.file;
    const edits: SpanEdit[] = [];
    for (let line = 0; line < lines.count; line++) {
      const { start, end } = lines.span(line);
      const content = text.slice(start, end);
      const indent = indentOf(content);
      const isBlank = indent === content.length;
      if (isBlank && !this.literal.has(line)) {
        if (indent > 0) edits.push({ at: { start, end }, newText: '' });
        continue;
      }
      const wanted = this.planned.get(line);
      if (wanted !== undefined && wanted !== indent && !isBlank) {
        edits.push({ at: { start, end: start + indent }, newText: ' '.repeat(wanted) });
      }
      const trimmed = content.trimEnd().length;
      if (trimmed < content.length && !this.inner.has(line) && !isBlank) {
        edits.push({ at: { start: start + trimmed, end }, newText: '' });
      }
    }
    return edits;
  }

  private column(offset: number): number {
    const { lines } = this.file;
    return offset - lines.start(lines.lineAt(offset));
  }

  /** Plans the lines of a node whose block collection belongs at a column. */
  private node(node: Node, column: number): void {
    if (node.kind === 'mapping' && !node.flow) {
      for (const entry of node.entries) {
        this.head(entry.key.at.start, column);
        this.shifted(entry.key, column - this.column(entry.key.at.start));
        this.value(entry.value, entry.key.at.start, column);
      }
    } else if (node.kind === 'sequence' && !node.flow) {
      for (const item of node.items) this.item(node.at.start, item, column);
    } else {
      this.shifted(node, column - this.column(node.at.start));
    }
  }

  /** The line that begins with what stands at the offset. */
  private head(offset: number, column: number): void {
    const { lines, text } = this.file;
    const line = lines.lineAt(offset);
    const start = lines.start(line);
    if (text.slice(start, offset).trim() === '') this.planned.set(line, column);
  }

  private value(value: Node, keyStart: number, column: number): void {
    const { lines } = this.file;
    const shift = column - this.column(keyStart);
    const isBlock = (value.kind === 'mapping' || value.kind === 'sequence') && !value.flow;
    if (!isBlock || lines.lineAt(value.at.start) === lines.lineAt(keyStart)) {
      this.properties(value, keyStart, shift);
      this.shifted(value, shift);
      return;
    }
    // A list may stand as far left as its key.
    const isFlush = value.kind === 'sequence' && this.column(value.at.start) === this.column(keyStart);
    const below = isFlush ? column : column + this.step;
    this.properties(value, keyStart, shift);
    this.node(value, below);
  }

  /** Anchors and tags on lines of their own move with the key. */
  private properties(value: Node, keyStart: number, shift: number): void {
    const { lines, text } = this.file;
    for (const property of [value.anchor, value.tag]) {
      if (!property || lines.lineAt(property.at.start) === lines.lineAt(keyStart)) continue;
      const line = lines.lineAt(property.at.start);
      const start = lines.start(line);
      if (text.slice(start, property.at.start).trim() === '') {
        this.planned.set(line, Math.max(0, property.at.start - start + shift));
      }
    }
  }

  private item(sequenceStart: number, item: Node, column: number): void {
    const dash = this.dashBefore(item.at.start, sequenceStart);
    if (dash === -1) {
      this.shifted(item, column - this.column(item.at.start));
      return;
    }
    this.head(dash, column);
    const shift = column - this.column(dash);
    const isBlock = (item.kind === 'mapping' || item.kind === 'sequence') && !item.flow;
    this.properties(item, dash, shift);
    if (isBlock) {
      const { lines } = this.file;
      const onDashLine = lines.lineAt(item.at.start) === lines.lineAt(dash);
      this.node(item, onDashLine ? this.column(item.at.start) + shift : column + 2);
    } else {
      this.shifted(item, shift);
    }
  }

  /** The dash of an item, which stands before it on its line or on one above. */
  private dashBefore(offset: number, from: number): number {
    const { lines, text } = this.file;
    for (let line = lines.lineAt(offset); line >= lines.lineAt(from); line--) {
      const start = lines.start(line);
      const head = text.slice(start, line === lines.lineAt(offset) ? offset : lines.end(line));
      const match = /^(\s*)-(?=\s|$)/.exec(head);
      if (match) {
        // Of several dashes on one line the last one before the item is its own.
        const inner = head.slice(0, head.search(/[^\s-]|$/));
        return start + inner.lastIndexOf('-');
      }
    }
    return -1;
  }

  /** The lines of a node behind its first move as far as that. */
  private shifted(node: Node, shift: number): void {
    const { lines, text } = this.file;
    const first = lines.lineAt(node.at.start);
    const isBlockScalar = node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
    const last = isBlockScalar ? this.lastLineOf(node) : lines.lineAt(node.at.end);
    if (last === first) {
      this.head(node.at.start, Math.max(0, this.column(node.at.start) + shift));
      return;
    }
    this.head(node.at.start, Math.max(0, this.column(node.at.start) + shift));
    for (let line = first; line <= last; line++) {
      if (isBlockScalar && line > first) this.literal.add(line);
      if (node.kind === 'scalar' && (line < last || isBlockScalar) && (line > first || !isBlockScalar))
        this.inner.add(line);
      if (line === first) continue;
      const { start, end } = lines.span(line);
      this.planned.set(line, Math.max(0, indentOf(text.slice(start, end)) + shift));
    }
  }

  /** Blank lines behind a block scalar may be part of it. */
  private lastLineOf(node: Node): number {
    const { lines, text } = this.file;
    let line = lines.lineAt(node.at.end);
    while (line + 1 < lines.count && text.slice(lines.start(line + 1), lines.end(line + 1)).trim() === '') line++;
    return line;
  }

  /** Comments go where the YAML below them goes, or else where that above them went. */
  private comments(): void {
    const { lines, text } = this.file;
    let below: { indent: number; planned: number } | undefined;
    const waiting: number[] = [];
    const ahead = new Map<number, { indent: number; planned: number } | undefined>();
    for (let line = lines.count - 1; line >= 0; line--) {
      const content = text.slice(lines.start(line), lines.end(line));
      const planned = this.planned.get(line);
      if (planned !== undefined) below = { indent: indentOf(content), planned };
      else if (content.trimStart().startsWith('#') && !this.inner.has(line) && !this.literal.has(line)) {
        waiting.push(line);
        ahead.set(line, below);
      }
    }
    const above: { indent: number; planned: number }[] = [];
    let next = waiting.pop();
    for (let line = 0; line < lines.count && next !== undefined; line++) {
      const content = text.slice(lines.start(line), lines.end(line));
      const indent = indentOf(content);
      const planned = this.planned.get(line);
      if (line === next) {
        const following = ahead.get(line);
        const peer = following?.indent === indent ? following : above.findLast((entry) => entry.indent <= indent);
        this.planned.set(
          line,
          peer === undefined
            ? indent
            : peer.indent === indent
              ? peer.planned
              : Math.max(0, indent + peer.planned - peer.indent),
        );
        next = waiting.pop();
      } else if (planned !== undefined && !this.inner.has(line) && !this.literal.has(line)) {
        while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
        above.push({ indent, planned });
      }
    }
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** True when both hold the same keys and values in the same order. */
function meansTheSame(a: YamlTree, b: YamlTree): boolean {
  if (b.problems.some(({ kind }) => kind !== 'duplicate-key') || a.documents.length !== b.documents.length)
    return false;
  return a.documents.every(({ root }, index) => {
    const other = b.documents[index]?.root;
    return root === undefined ? other === undefined : other !== undefined && equal(root, other);
  });
}

function equal(a: Node, b: Node): boolean {
  if (a.anchor?.name !== b.anchor?.name || a.tag?.name !== b.tag?.name) return false;
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.value === b.value && a.style === b.style;
  if (a.kind === 'alias') return b.kind === 'alias' && a.name === b.name;
  if (a.kind === 'sequence') {
    return (
      b.kind === 'sequence' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => {
        const other = b.items[index];
        return other !== undefined && equal(item, other);
      })
    );
  }
  return (
    b.kind === 'mapping' &&
    a.entries.length === b.entries.length &&
    a.entries.every((entry, index) => {
      const other = b.entries[index];
      return other !== undefined && equal(entry.key, other.key) && equal(entry.value, other.value);
    })
  );
}
