import type { SelectionRange } from 'vscode-languageserver-types';
import { parseImageReference } from '../../image/reference.ts';
import type { Script } from '../../shell/script.ts';
import { type Ast, type Frame, forEachChild, frameOf } from '../../shell/tree.ts';
import { type Span, touches } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import { rangeOf } from './ranges.ts';

/** What the selection grows through: part, word, command, flag, arguments, instruction, stage, file. */
export function selectionRanges(file: DockerfileFile, offsets: readonly number[]): readonly SelectionRange[] {
  return offsets.map((offset) => {
    const spans = spansAround(file, offset);
    let range: SelectionRange = { range: rangeOf(file, { start: 0, end: file.text.length }) };
    for (const span of spans) range = { range: rangeOf(file, span), parent: range };
    return range;
  });
}

/** Spans that hold the offset, each inside the one before, none equal to it, without the whole file. */
function spansAround(file: DockerfileFile, offset: number): Span[] {
  const candidates: Span[] = [];
  const add = (span: Span | undefined) => {
    if (span !== undefined && touches(span, offset) && span.end > span.start) candidates.push(span);
  };
  const { model, tree, lines } = file;
  add(model.stageAt(offset)?.span);
  for (const item of tree.items) {
    if (item.span.start > offset) break;
    if (item.kind === 'instruction' || !touches(item.span, offset)) continue;
    add(item.span);
    if (item.kind === 'directive') {
      add(item.nameSpan);
      add(item.valueSpan);
    }
  }
  const instruction = model.instructionAt(offset);
  if (instruction !== undefined) {
    const own = lines.span(lines.lineAt(offset));
    if (own.start > instruction.span.start) add(withoutIndent(file.text, own));
    instructionSpans(instruction, add, offset);
  }
  candidates.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const nested: Span[] = [];
  let outer: Span = { start: 0, end: file.text.length };
  for (const span of candidates) {
    const isInside = outer.start <= span.start && span.end <= outer.end;
    if (!isInside || span.end - span.start === outer.end - outer.start) continue;
    nested.push(span);
    outer = span;
  }
  return nested;
}

function withoutIndent(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && /\s/.test(text.charAt(from))) from++;
  return { start: from, end };
}

function instructionSpans(instruction: Instruction, add: (span: Span | undefined) => void, offset: number): void {
  const { node, flags, heredocs } = instruction;
  add(instruction.span);
  add(instruction.keywordSpan);
  for (const comment of node.innerComments) add(comment.span);
  const { arguments: rest, quotedWords, words, json } = node;
  add(rest.span(0, rest.text.length));
  for (const flag of flags) {
    add(flag.span);
    add(flag.nameSpan);
    add(flag.valueSpan);
  }
  for (const { marker, nameSpan, body, terminator } of heredocs) {
    add(marker);
    add(nameSpan);
    add(terminator);
    add(body);
    add({ start: body.start, end: terminator?.end ?? body.end });
  }
  switch (instruction.keyword) {
    case 'RUN':
      for (const { options } of instruction.mounts) {
        for (const { span, keySpan, value } of options) {
          add(span);
          add(keySpan);
          add(value?.span(0, value.text.length));
        }
      }
      scriptSpans(instruction.script, add, offset);
      break;
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      scriptSpans(instruction.script, add, offset);
      break;
    case 'ENV':
    case 'LABEL':
      for (const { span, keySpan, value } of instruction.pairs) {
        add(span);
        add(keySpan);
        add(value?.span(0, value.text.length));
      }
      break;
    case 'ARG':
      for (const { span, nameSpan, value } of instruction.declarations) {
        add(span);
        add(nameSpan);
        add(value?.span(0, value.text.length));
      }
      break;
    case 'FROM': {
      const { base } = instruction;
      if (base !== undefined) {
        const { domain, path, tag, digest } = parseImageReference(base.text);
        for (const part of [domain, path, tag, digest]) add(part && base.source.span(part.start, part.end));
      }
      break;
    }
    case 'ONBUILD':
      if (instruction.trigger !== undefined) instructionSpans(instruction.trigger, add, offset);
      return;
  }
  for (const { span } of instruction.keyword === 'ENV' || instruction.keyword === 'LABEL' ? quotedWords : words)
    add(span);
  for (const { span, source } of json?.elements ?? []) {
    add(span);
    add(source.span(0, source.text.length));
  }
}

function scriptSpans(script: Script, add: (span: Span | undefined) => void, offset: number): void {
  const { root } = script.tree;
  if (root === undefined) return;
  const visit = (node: Ast.SyntaxNode, frame: Frame) => {
    const span = script.span(node.pos, node.end, frame);
    if (!touches(span, offset)) return;
    add(span);
    switch (node.type) {
      case 'CommandExpansion':
      case 'ArithmeticCommandExpansion':
        if (node.script !== undefined) visit(node.script, frameOf(node, frame));
        return;
      case 'DoubleQuoted':
      case 'SingleQuoted':
        add(script.span(node.pos + 1, node.end - 1, frame));
        break;
      case 'ParameterExpansion':
        add(script.span(node.parameterPos, node.parameterEnd, frame));
        break;
    }
    forEachChild(node, (child) => visit(child, frame));
  };
  try {
    visit(root, undefined);
  } catch (error) {
    // Nested deeper than the call stack: what was found so far.
    if (!(error instanceof RangeError)) throw error;
  }
}
