import type { CommandFacts, Entry, ShellFacts } from './facts.ts';
import type { Ast, Frame } from './tree.ts';

/** An operator of a condition, or another piece of its text. */
export interface Operator {
  /** Without quoting: `\>` is `>`. */
  readonly text: string;
  /** As written. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

export type Test =
  | { readonly kind: 'word'; readonly word: Ast.Word }
  | { readonly kind: 'unary'; readonly operator: Operator; readonly operand: Ast.Word }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Ast.Word; readonly right: Ast.Word };

/** `[ … ]`, `[[ … ]]` or `test …`, taken apart. */
export interface Condition {
  readonly kind: '[' | '[[' | 'test';
  readonly entry: Entry<Ast.Command> | Entry<Ast.TestCommand>;
  readonly frame: Frame;
  /** Every test in it, in order. */
  readonly tests: readonly Test[];
  /** The test that a `!` stands directly in front of, by that `!`. */
  readonly negated: ReadonlyMap<Operator, Test>;
  /** `-a` and `-o` between tests. */
  readonly connectors: readonly Operator[];
}

const unaryOperators = /^-[a-hknoprstuvwxzLRSGONE]$/;
const binaryOperators = new Set([
  '=', '==', '!=', '=~', '<', '>', '<=', '>=', '-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-nt', '-ot', '-ef',
]); // biome-ignore format: one table

/** All conditions of a script in source order of their kind. */
export function conditionsOf(facts: ShellFacts): readonly Condition[] {
  const conditions: Condition[] = [];
  for (const entry of facts.all('TestCommand')) conditions.push(doubleBracket(entry));
  for (const command of facts.commands) {
    if (command.name === '[' || command.name === 'test') conditions.push(bracket(command));
  }
  return conditions;
}

function doubleBracket(entry: Entry<Ast.TestCommand>): Condition {
  const tests: Test[] = [];
  const negated = new Map<Operator, Test>();
  const visit = (expression: Ast.TestExpression): void => {
    switch (expression.type) {
      case 'TestUnary': {
        const { operator: text, operand, pos } = expression;
        if (pos === operand.pos) tests.push({ kind: 'word', word: operand });
        else tests.push({ kind: 'unary', operator: { text, raw: text, start: pos, end: pos + text.length }, operand });
        break;
      }
      case 'TestBinary': {
        const { operator: text, left, right } = expression;
        const start = Math.max(left.end, right.pos - text.length - 1);
        tests.push({ kind: 'binary', operator: { text, raw: text, start, end: start + text.length }, left, right });
        break;
      }
      case 'TestLogical':
        for (const operand of expression.operands) visit(operand);
        break;
      case 'TestNot': {
        const before = tests.length;
        visit(expression.operand);
        const test = tests[before];
        const sign = expression.negations[0];
        const isDirect = expression.operand.type === 'TestUnary' || expression.operand.type === 'TestBinary';
        if (test && sign && isDirect) negated.set({ text: '!', raw: '!', start: sign.pos, end: sign.end }, test);
        break;
      }
      case 'TestGroup':
        visit(expression.expression);
        break;
    }
  };
  visit(entry.node.expression);
  return { kind: '[[', entry, frame: entry.frame, tests, negated, connectors: [] };
}

interface Token extends Operator {
  readonly word: Ast.Word;
}

function bracket({ name, entry, node }: CommandFacts): Condition {
  const kind = name === '[' ? '[' : 'test';
  const tokens = tokensOf(node);
  const closing = kind === '[' ? tokens.findIndex(({ raw }) => raw === ']') : -1;
  if (closing !== -1) tokens.length = closing;
  const tests: Test[] = [];
  const negated = new Map<Operator, Test>();
  const connectors: Operator[] = [];
  let negation: Token | undefined;
  let index = 0;
  while (index < tokens.length) {
    const [first, second, third] = [tokens[index], tokens[index + 1], tokens[index + 2]];
    if (first === undefined) break;
    let test: Test | undefined;
    if (second && third && binaryOperators.has(second.text)) {
      test = { kind: 'binary', operator: second, left: first.word, right: third.word };
      index += 3;
    } else if (first.raw === '!') {
      negation = first;
      index++;
      continue;
    } else if (first.text === '(' || first.text === ')') index++;
    else if ((first.raw === '-a' || first.raw === '-o') && tests.length > 0) {
      connectors.push(first);
      index++;
    } else if (second && unaryOperators.test(first.raw) && !isConnector(second, third)) {
      test = { kind: 'unary', operator: first, operand: second.word };
      index += 2;
    } else {
      test = { kind: 'word', word: first.word };
      index++;
    }
    if (test) {
      tests.push(test);
      if (negation) negated.set(negation, test);
    }
    negation = undefined;
  }
  const isMalformed = tests.length > connectors.length + 1 && tests.some((test) => test.kind === 'word');
  return { kind, entry, frame: entry.frame, tests: isMalformed ? [] : tests, negated, connectors };
}

function isConnector(token: Token, next: Token | undefined): boolean {
  return next !== undefined && (token.raw === '-a' || token.raw === '-o');
}

/** The words of the command, with the redirections that somebody took for comparisons. */
function tokensOf(node: Ast.Command): Token[] {
  const tokens: Token[] = [];
  for (const part of node.suffix) {
    if (part.type === 'Word') tokens.push(tokenOf(part));
    else if (part.type === 'Redirect' && part.descriptor === undefined && /^[<>]$/.test(part.operator) && part.target) {
      const { operator, target, pos } = part;
      const isOrEqual = target.text === '=' && target.pos === pos + 1;
      const text = isOrEqual ? `${operator}=` : operator;
      tokens.push({ text, raw: text, start: pos, end: pos + text.length, word: target });
      if (!isOrEqual) tokens.push(tokenOf(target));
    }
  }
  return tokens;
}

function tokenOf(word: Ast.Word): Token {
  return { text: word.value, raw: word.text, start: word.pos, end: word.end, word };
}
