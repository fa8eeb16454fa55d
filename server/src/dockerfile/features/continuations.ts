import { isParsed } from '../../shell/dialect.ts';
import type { Script } from '../../shell/script.ts';
import { type Ast, forEachChild } from '../../shell/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Instruction } from '../model/instructions.ts';

/**
 * Starts of the continued lines whose indentation means nothing: white space separates them from what stands before, and
 * no word, string or flag reaches into them. The others keep every blank.
 */
export function movableLines(instruction: Instruction): readonly number[] {
  const { node } = instruction;
  const { head } = node;
  const pieces = head.pieces();
  if (pieces.length < 2) return [];
  const atoms = atomsOf(instruction);
  if (atoms === undefined) return [];
  atoms.sort((a, b) => a.start - b.start);
  const found: number[] = [];
  let index = 0;
  let atom = 0;
  /** Where the atoms that begin before the line end at the latest. */
  let reach = 0;
  for (const [number, piece] of pieces.entries()) {
    for (let next = atoms[atom]; next !== undefined && next.start < piece.start; next = atoms[++atom]) {
      reach = Math.max(reach, next.end);
    }
    const isApart = isBlank(head.text.charAt(index)) || isBlank(head.text.charAt(index - 1));
    if (number > 0 && isApart && reach <= piece.start) found.push(piece.start);
    index += piece.end - piece.start;
  }
  return found;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/**
 * Stretches that hold continuations and whose blanks are content. `undefined`: all may be content, as the text is one
 * value or in a language that is not understood.
 */
function atomsOf(instruction: Instruction): Span[] | undefined {
  const { node, flags } = instruction;
  const keyword = node.head.span(0, node.keywordText.length);
  const atoms: Span[] = [keyword];
  for (const { span } of flags) atoms.push(span);
  const addAll = (spans: Iterable<{ readonly span: Span }>) => {
    for (const { span } of spans) atoms.push(span);
  };
  switch (instruction.keyword) {
    case 'FROM':
    case 'EXPOSE':
      addAll(node.words);
      return atoms;
    case 'COPY':
    case 'ADD':
    case 'VOLUME':
      addAll(node.json?.elements ?? node.words);
      // A heredoc's delimiter may hold quoted blanks.
      for (const { marker } of node.heredocs) atoms.push(marker);
      return atoms;
    case 'SHELL':
      if (node.json === undefined) return undefined;
      addAll(node.json.elements);
      return atoms;
    case 'ARG':
      addAll(node.quotedWords);
      return atoms;
    case 'ENV':
    case 'LABEL':
      if (instruction.isLegacy) return undefined;
      addAll(node.quotedWords);
      return atoms;
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK': {
      const { exec, shell } = instruction;
      if (exec !== undefined) {
        addAll(exec.elements);
        return atoms;
      }
      if (instruction.keyword === 'RUN' && instruction.form === 'heredoc') {
        for (const { marker } of node.heredocs) atoms.push(marker);
        return atoms;
      }
      // The shell of Windows is not understood.
      if (!shell.isStated && node.escape === '`') return undefined;
      if (instruction.keyword === 'HEALTHCHECK' && instruction.kind !== undefined) atoms.push(instruction.kind.span);
      return addShellAtoms(instruction.script, atoms) ? atoms : undefined;
    }
    case 'ONBUILD': {
      const inner = instruction.trigger === undefined ? undefined : atomsOf(instruction.trigger);
      if (inner === undefined) return undefined;
      return [...atoms, ...inner];
    }
    default:
      return undefined;
  }
}

/** Adds words and strings of a script. False when the script is not understood. */
function addShellAtoms(script: Script, atoms: Span[]): boolean {
  const { root, ok } = script.tree;
  if (!ok || root === undefined || !isParsed(script.dialect)) return false;
  const protect = (node: { readonly pos: number; readonly end: number }) => {
    const span = script.span(node.pos, node.end);
    // In one piece, it holds no line break.
    if (span.end - span.start !== node.end - node.pos) atoms.push(span);
  };
  const visit = (node: Ast.SyntaxNode): void => {
    switch (node.type) {
      case 'Word':
        if (node.parts === undefined) protect(node);
        else for (const part of node.parts) visit(part);
        break;
      case 'CommandExpansion':
        // In backticks with backslashes, positions are in another text.
        if (node.script === undefined || node.script.source !== undefined) protect(node);
        else visit(node.script);
        break;
      case 'Assignment':
        if (node.value.type === 'ArrayValue') forEachChild(node, visit);
        else {
          protect({ pos: node.pos, end: node.value.pos });
          visit(node.value);
        }
        break;
      case 'Literal':
      case 'Glob':
      case 'SingleQuoted':
      case 'DoubleQuoted':
      case 'AnsiCQuoted':
      case 'LocaleString':
      case 'SimpleExpansion':
      case 'ParameterExpansion':
      case 'ArithmeticExpansion':
      case 'ProcessSubstitution':
      case 'ExtendedGlob':
      case 'BraceExpansion':
      case 'ArithmeticCommand':
      case 'ArithmeticFor':
      case 'HereDocDelimiter':
      case 'TestCommand':
        protect(node);
        break;
      case 'HereDocBody':
        break;
      default:
        forEachChild(node, visit);
    }
  };
  try {
    visit(root);
  } catch (error) {
    // Nested deeper than the call stack.
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
  return true;
}
