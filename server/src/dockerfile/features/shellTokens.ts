import type { Script } from '../../shell/script.ts';
import { type Ast, type Frame, forEachChild, frameOf, type ScriptTree } from '../../shell/tree.ts';
import { type TokenKind, type TokenList, tokenKinds } from './tokenList.ts';

/** Colours a script: commands, options, strings, variables, operators, keywords and comments. */
export function addShellTokens({ tree, source }: Script, tokens: TokenList): void {
  const found = tokensOf(tree);
  for (let index = 0; index < found.length; index += 3) {
    tokens.addMapped(source, found[index] ?? 0, found[index + 1] ?? 0, found[index + 2] ?? 0);
  }
}

/** Start, end and kind of each token, by the tree, which all scripts of the same text share. */
const known = new WeakMap<ScriptTree, readonly number[]>();

function tokensOf(tree: ScriptTree): readonly number[] {
  let found = known.get(tree);
  if (found === undefined) {
    found = colour(tree);
    known.set(tree, found);
  }
  return found;
}

function colour({ root, text }: ScriptTree): readonly number[] {
  if (root === undefined) return [];
  const walk = new Walk(text);
  try {
    walk.script(root, undefined);
    walk.finish();
  } catch (error) {
    // Nested deeper than the call stack: what was coloured so far.
    if (!(error instanceof RangeError)) throw error;
  }
  return walk.found;
}

const keywords: ReadonlySet<string> = new Set(
  'if then elif else fi for while until do done case esac in function select time coproc'.split(' '),
);

const builtins: ReadonlySet<string> = new Set(
  '. : [ alias bg bind break builtin cd command compgen complete continue declare dirs disown echo enable eval exec exit export false fc fg getopts hash help history jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return set shift shopt source suspend test times trap true type typeset ulimit umask unalias unset wait'.split(
    ' ',
  ),
);

const OPERATORS = ';&|<>(){}!=+*/%^~?:,[]-';
const HASH = 35;
const DASH = 45;

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function isOperator(text: string, index: number): boolean {
  return OPERATORS.includes(text.charAt(index));
}

class Walk {
  readonly found: number[] = [];
  /** The text that positions count in, and how it lies in the script. */
  private text: string;
  private frame: Frame = undefined;
  /** Up to here all is coloured. */
  private position = 0;
  private bodies: Ast.HereDocBody[] = [];

  constructor(text: string) {
    this.text = text;
  }

  script(root: Ast.ParsedScript, frame: Frame): void {
    const { text, position, bodies } = this;
    const outerFrame = this.frame;
    const isApart = root.source !== undefined;
    if (root.source !== undefined) {
      this.text = root.source;
      this.position = 0;
    }
    this.frame = frame;
    this.bodies = [];
    for (const statement of root.commands) this.visit(statement);
    for (const body of this.bodies) this.heredocBody(body);
    if (isApart) this.finish();
    this.frame = outerFrame;
    this.bodies = bodies;
    this.text = text;
    if (isApart) this.position = position;
  }

  /** Colours what stands behind the last node. */
  finish(): void {
    this.gap(this.text.length);
  }

  private add(start: number, end: number, token: TokenKind): void {
    if (end <= start) return;
    const { frame } = this;
    if (frame === undefined) this.found.push(start, end, token);
    else this.found.push(frame.at(start), frame.at(end - 1) + 1, token);
  }

  /** Colours what no node covers, up to `end`: operators, keywords, comments. */
  private gap(end: number): void {
    const { text } = this;
    let index = this.position;
    if (end <= index) return;
    this.position = end;
    while (index < end) {
      const code = text.charCodeAt(index);
      const start = index;
      if (code <= 32) index++;
      else if (code === HASH && (start === 0 || text.charCodeAt(start - 1) <= 32)) {
        const newline = text.indexOf('\n', index);
        index = newline === -1 || newline > end ? end : newline;
        this.add(start, index, tokenKinds.comment);
      } else if (isLetter(code)) {
        do index++;
        while (index < end && isLetter(text.charCodeAt(index)));
        if (keywords.has(text.slice(start, index))) this.add(start, index, tokenKinds.keyword);
      } else if (isOperator(text, index)) {
        const isOption = code === DASH && isLetter(text.charCodeAt(index + 1));
        do index++;
        while (index < end && (isOption ? isLetter(text.charCodeAt(index)) : isOperator(text, index)));
        this.add(start, index, tokenKinds.operator);
      } else index++;
    }
  }

  /** Text that is coloured as one, or not at all. */
  private leaf(start: number, end: number, token?: TokenKind): void {
    this.gap(start);
    if (token !== undefined) this.add(Math.max(start, this.position), end, token);
    this.position = Math.max(this.position, end);
  }

  private readonly visit = (node: Ast.SyntaxNode): void => {
    switch (node.type) {
      case 'Command':
        this.command(node);
        break;
      case 'Word':
        this.word(node, undefined);
        break;
      case 'Assignment':
        this.leaf(node.pos, node.pos + node.name.length, tokenKinds.variableDeclaration);
        if (node.index !== undefined) this.visit(node.index);
        this.visit(node.value);
        break;
      case 'For':
      case 'Select':
        this.leaf(node.name.pos, node.name.end, tokenKinds.variableDeclaration);
        for (const word of node.wordlist ?? []) this.visit(word);
        this.visit(node.body);
        break;
      case 'Function':
        this.leaf(node.name.pos, node.name.end, tokenKinds.functionDeclaration);
        this.visit(node.body);
        break;
      case 'HereDoc':
        if (node.delimiter !== undefined) this.leaf(node.delimiter.pos, node.delimiter.end, tokenKinds.heredoc);
        this.bodies.push(node.body);
        break;
      case 'ArithmeticWord':
        if (node.parts !== undefined) for (const part of node.parts) this.part(part, undefined);
        else this.leaf(node.pos, node.end, /^[0-9]/.test(node.value) ? tokenKinds.number : tokenKinds.variable);
        break;
      case 'ArithmeticCommandExpansion':
        this.substitution(node);
        break;
      case 'Literal':
      case 'Glob':
      case 'SingleQuoted':
      case 'DoubleQuoted':
      case 'AnsiCQuoted':
      case 'LocaleString':
      case 'SimpleExpansion':
      case 'ParameterExpansion':
      case 'CommandExpansion':
      case 'ArithmeticExpansion':
      case 'ProcessSubstitution':
      case 'ExtendedGlob':
      case 'BraceExpansion':
        this.part(node, undefined);
        break;
      default:
        forEachChild(node, this.visit);
    }
  };

  private command(node: Ast.Command): void {
    for (const prefix of node.prefix) this.visit(prefix);
    const { name } = node;
    if (name !== undefined) this.word(name, builtins.has(name.text) ? tokenKinds.builtin : tokenKinds.command);
    for (const argument of node.suffix) {
      if (argument.type === 'Word') this.word(argument, argument.text.startsWith('-') ? tokenKinds.flag : undefined);
      else this.visit(argument);
    }
  }

  /** @param token kind of what is literal in it */
  private word(node: Ast.Word, token: TokenKind | undefined): void {
    const parts = /[$`'"<>(]/.test(node.text) ? node.parts : undefined;
    if (parts === undefined) this.leaf(node.pos, node.end, token);
    else {
      for (const part of parts) this.part(part, token);
      this.leaf(this.position, node.end);
    }
  }

  private part(node: Ast.WordPart, token: TokenKind | undefined): void {
    switch (node.type) {
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        this.leaf(node.pos, node.end, tokenKinds.string);
        break;
      case 'DoubleQuoted':
      case 'LocaleString':
        this.gap(node.pos);
        this.stringParts(node.parts, node.end);
        break;
      case 'SimpleExpansion':
        this.leaf(node.pos, node.end, tokenKinds.variable);
        break;
      case 'ParameterExpansion':
        this.leaf(node.pos, node.parameterEnd, tokenKinds.variable);
        if (node.index !== undefined) this.visit(node.index);
        if (node.operation !== undefined) {
          this.leaf(node.operation.pos, node.operation.operatorEnd, tokenKinds.operator);
          forEachChild(node.operation, this.visit);
        }
        this.gap(node.end - 1);
        this.leaf(node.end - 1, node.end, tokenKinds.variable);
        break;
      case 'CommandExpansion':
        this.substitution(node);
        break;
      case 'ArithmeticExpansion':
        this.leaf(node.pos, node.pos + 1, tokenKinds.operator);
        forEachChild(node, this.visit);
        this.gap(node.end);
        break;
      case 'ProcessSubstitution':
        this.gap(node.pos);
        forEachChild(node, this.visit);
        this.gap(node.end);
        break;
      default:
        this.leaf(node.pos, node.end, token);
    }
  }

  /** A string from here to `end` with what is expanded in it. */
  private stringParts(parts: readonly Ast.WordPart[], end: number): void {
    for (const part of parts) {
      if (part.type === 'Literal') continue;
      this.leaf(this.position, part.pos, tokenKinds.string);
      this.part(part, tokenKinds.string);
    }
    this.leaf(this.position, end, tokenKinds.string);
  }

  private substitution(node: Ast.CommandExpansionPart | Ast.ArithmeticCommandExpansion): void {
    const { script } = node;
    const length = this.text.charAt(node.pos) === '$' ? 2 : 1;
    this.leaf(node.pos, node.pos + length, tokenKinds.operator);
    if (script !== undefined) {
      this.script(script, frameOf(node, this.frame));
      if (script.source !== undefined) this.position = Math.max(this.position, node.end - 1);
    }
    this.gap(node.end - 1);
    this.leaf(node.end - 1, node.end, tokenKinds.operator);
  }

  private heredocBody(body: Ast.HereDocBody): void {
    this.position = Math.max(this.position, body.pos);
    this.stringParts(body.parts ?? [], body.end);
  }
}
