import type { Span } from '../text/span.ts';
import type { Script } from './script.ts';
import type { Ast } from './tree.ts';
import { forEachChild } from './tree.ts';

/** A comment inside a script. */
export interface ScriptComment {
  /** In the file, from the `#` to the end of its text. */
  readonly at: Span;
  /** Behind the `#`, trimmed. */
  readonly text: string;
  /** The command that follows, as far as it goes; the whole script for a comment before its first command. */
  readonly next: Span | undefined;
  /** Other text stands before it on its line. */
  readonly isTrailing: boolean;
}

/** The comments of a script that parses, those inside substitutions left out. */
export function scriptComments(script: Script): readonly ScriptComment[] {
  const { text, tree } = script;
  const { root } = tree;
  if (!tree.ok || root === undefined || !text.includes('#')) return [];
  const comments: ScriptComment[] = [];
  let covered: readonly Span[] | undefined;
  for (const { index } of text.matchAll(/(?<=^|[\s;&|()])#/g)) {
    covered ??= wordsAndBodies(root);
    if (isCovered(covered, index)) continue;
    const lineEnd = text.indexOf('\n', index);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const content = text.slice(index + 1, end);
    const lineStart = text.lastIndexOf('\n', index - 1) + 1;
    comments.push({
      at: script.span(index, index + 1 + content.trimEnd().length),
      text: content.trim(),
      next: following(script, root, end),
      isTrailing: text.slice(lineStart, index).trim() !== '',
    });
  }
  return comments;
}

/** What holds text that is no comment, in source order and apart from each other. */
function wordsAndBodies(root: Ast.ParsedScript): readonly Span[] {
  const spans: Span[] = [];
  const visit = (node: Ast.SyntaxNode): void => {
    if (
      node.type === 'Word' ||
      node.type === 'Assignment' ||
      node.type === 'HereDocBody' ||
      node.type === 'ArithmeticCommand'
    ) {
      spans.push({ start: node.pos, end: node.end });
    } else forEachChild(node, visit);
  };
  visit(root);
  return spans.sort((a, b) => a.start - b.start);
}

function isCovered(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined || span.start > offset) high = middle - 1;
    else if (span.end <= offset) low = middle + 1;
    else return true;
  }
  return false;
}

function following(script: Script, root: Ast.ParsedScript, offset: number): Span | undefined {
  const [first] = root.commands;
  if (first !== undefined && offset <= first.pos) return script.span(first.pos, root.end);
  let found: Ast.Statement | undefined;
  const visit = (node: Ast.SyntaxNode): void => {
    if (found !== undefined || node.end <= offset || node.type === 'Word') return;
    if (node.type === 'Statement' && node.pos >= offset) found = node;
    else forEachChild(node, visit);
  };
  visit(root);
  return found && script.span(found.pos, found.end);
}
