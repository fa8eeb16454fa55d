import type { Entry, Expansion, ShellFacts, WordRole } from './facts.ts';
import type { Ast } from './tree.ts';
import type { Place } from './variables.ts';

/** Commands that run their first argument, for which an unquoted variable is a command line on purpose. */
const runners = new Set(['exec', 'command', 'builtin', 'busybox', 'run']);

/** True when the shell splits and globs what is expanded unquoted in the word. */
export function isSplitWord(facts: ShellFacts, word: Entry<Ast.Word>, role: WordRole): boolean {
  switch (role) {
    case 'hereString':
    case 'redirect':
      return true;
    case 'name':
      return ((word.node.parts?.length ?? 0) > 1 && !isAssignment(word.node)) || isIndexed(word.node);
    case 'declaration':
      return facts.isPosix;
    case 'argument': {
      const command = word.parent?.node;
      if (command?.type !== 'Command' || command.name === undefined) return true;
      if (command.name.value === 'let') return false;
      const [first] = command.args;
      return first !== word.node || !runners.has(command.name.value) || (word.node.parts?.length ?? 0) > 1;
    }
    default:
      return false;
  }
}

/** `$name=value`, a slip of its own. */
function isAssignment(word: Ast.Word): boolean {
  const [first, second] = word.parts ?? [];
  if (first?.type !== 'SimpleExpansion' && first?.type !== 'ParameterExpansion') return false;
  return second?.type === 'Literal' && second.value.startsWith('=');
}

/** `${array[@]}` as a command is one on purpose, `${array[*]}` is not. */
function isIndexed(word: Ast.Word): boolean {
  const [part] = word.parts ?? [];
  return part?.type === 'ParameterExpansion' && part.index?.text === '*';
}

/** An expansion that the shell splits and globs. */
export interface UnquotedExpansion {
  readonly entry: Entry<Expansion>;
  readonly name: string;
  readonly word: Entry<Ast.Word>;
  readonly role: WordRole;
}

/** The expansions of variables that are split and globbed, but for those that are always a number. */
export function* unquotedExpansions(facts: ShellFacts): Generator<UnquotedExpansion> {
  for (const entry of facts.expansions) {
    const { node } = entry;
    const name = node.type === 'SimpleExpansion' ? node.text.slice(1) : node.parameter;
    if (name === '@' || !mayBeSplit(node)) continue;
    const { word, role, isQuoted, isOperand } = facts.place(entry);
    if (isQuoted || isOperand || word === undefined || !isSplit(facts, word, role, node)) continue;
    yield { entry, name, word, role };
  }
}

/** False for what is always a number, or is replaced as a whole by what it says itself. */
function mayBeSplit(node: Ast.SimpleExpansionPart | Ast.ParameterExpansionPart): boolean {
  if (node.type === 'SimpleExpansion') return !/^\$[#?$!-]$/.test(node.text);
  if (node.prefix === '#' || /^[#?$!-]$/.test(node.parameter) || node.index?.text === '@') return false;
  return node.operation?.type !== 'Default' || !node.operation.operator.endsWith('+');
}

function isSplit(facts: ShellFacts, word: Entry<Ast.Word>, role: WordRole, node: Ast.WordPart): boolean {
  if (!isSplitWord(facts, word, role)) return false;
  // ': ${name:=word}' only sets a default.
  const isDefault = node.type === 'ParameterExpansion' && node.operation?.type === 'Default';
  const command = isDefault && node.operation.operator.endsWith('=') ? facts.commandOf(word) : undefined;
  return command === undefined || facts.commandAt(command.node)?.name !== ':';
}

/** A variable whose value has quotes or backslashes, and where it is expanded unquoted as if they meant something. */
export interface QuotedString {
  readonly name: string;
  /** The values with quotes, each of which is expanded later. */
  readonly assigned: readonly Place[];
  readonly expanded: readonly Place[];
}

export function quotedStrings(facts: ShellFacts): readonly QuotedString[] {
  const assigned = new Map<string, Place[]>();
  for (const { node, frame } of facts.all('Assignment')) {
    const part = node.value.type === 'Word' ? quotedPart(node.value) : undefined;
    if (part === undefined) continue;
    const place = { start: part.pos, end: part.end, frame };
    const list = assigned.get(node.name);
    if (list) list.push(place);
    else assigned.set(node.name, [place]);
  }
  if (assigned.size === 0) return [];
  const expanded = splitExpansions(facts);
  const found: QuotedString[] = [];
  for (const [name, places] of assigned) {
    const uses = expanded.get(name);
    if (uses === undefined) continue;
    const first = places.reduce((least, place) => Math.min(least, offset(place)), Number.POSITIVE_INFINITY);
    const last = uses.reduce((most, place) => Math.max(most, offset(place)), -1);
    const used = {
      assigned: places.filter((place) => offset(place) < last),
      expanded: uses.filter((use) => offset(use) > first),
    };
    if (used.assigned.length > 0) found.push({ name, ...used });
  }
  return found;
}

function offset({ start, frame }: Place): number {
  return frame ? frame.at(start) : start;
}

/** The part of a value that has quotes or backslashes in it. */
function quotedPart(value: Ast.Word): Ast.WordPart | undefined {
  for (const part of value.parts ?? []) {
    if (part.type === 'SingleQuoted' && /["\\]|'/.test(part.value)) return part;
    if (part.type !== 'DoubleQuoted') continue;
    const inner = part.parts.find((child) => child.type === 'Literal' && /"|\\|'[^']*'/.test(child.value));
    if (inner) return inner;
  }
  return undefined;
}

function splitExpansions(facts: ShellFacts): Map<string, Place[]> {
  const expanded = new Map<string, Place[]>();
  for (const entry of facts.expansions) {
    const { node, frame } = entry;
    const name = node.type === 'SimpleExpansion' ? node.text.slice(1) : node.parameter;
    const { role, isQuoted, isOperand } = facts.place(entry);
    if (isQuoted || isOperand || (role !== 'argument' && role !== 'name')) continue;
    const command = facts.commandOf(entry);
    if (command && facts.commandAt(command.node)?.name === 'eval') continue;
    const place = { start: node.pos, end: node.end, frame };
    const list = expanded.get(name);
    if (list) list.push(place);
    else expanded.set(name, [place]);
  }
  return expanded;
}
