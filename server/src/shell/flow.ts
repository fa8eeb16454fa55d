import type { ShellFacts } from './facts.ts';
import type { Ast } from './tree.ts';

/** One word without blanks and wildcards. */
const SAFE = 1;
/** May be empty, split or globbed. */
const UNSAFE = 2;
/** Whatever the environment of the script gives it. */
const GIVEN = 4;
/** Nothing at all: no word where it is not quoted, as is meant by a variable that is empty or an option. */
const EMPTY = 8;

type State = Map<string, number>;

/** Parameters that are always numbers. */
const numeric = new Set([
  '#', '?', '$', '!', '-', 'BASHPID', 'BASH_ARGC', 'BASH_LINENO', 'BASH_SUBSHELL', 'COLUMNS', 'EPOCHREALTIME', 'EPOCHSECONDS',
  'EUID', 'HISTFILESIZE', 'HISTSIZE', 'LINENO', 'LINES', 'OPTIND', 'PPID', 'RANDOM', 'SECONDS', 'SHELLOPTS', 'SHLVL',
  'SRANDOM', 'UID',
]); // biome-ignore format: one table

/** Bodies of loops are looked at twice down to this depth, once below it. */
const LOOP_DEPTH = 4;
/** Calls of functions that are followed. */
const MAXIMUM_CALLS = 100;
/** Variables times branches that are followed; beyond that nothing is known of a variable that the script sets. */
const MAXIMUM_WORK = 200_000;

/**
 * Follows a script in the order it runs and tells, for each expansion, whether the variable's value may be split into
 * several words there. Branches join; what a subshell sets is forgotten; functions run where they are called.
 */
export class Flow {
  private readonly masks = new Map<Ast.WordPart, number>();
  private readonly functions = new Map<string, Ast.Function>();
  private readonly called = new Set<Ast.Function>();
  private readonly active = new Set<Ast.Function>();
  private readonly integers = new Set<string>();
  /** `undefined` behind `exit` and `return`: nothing runs there. */
  private state: State | undefined = new Map();
  /** What `return` left in the function that is followed. */
  private returned: State | undefined;
  /** The variables that a script sets which is too long to be followed. */
  private readonly unknown = new Set<string>();
  private calls = 0;
  private loops = 0;

  constructor(facts: ShellFacts) {
    const { root } = facts.tree;
    if (!facts.tree.ok || root === undefined) return;
    const branches =
      facts.all('AndOr').length + facts.all('If').length + facts.all('Case').length + facts.all('Script').length;
    const assignments = facts.all('Assignment');
    if (branches * assignments.length > MAXIMUM_WORK) {
      for (const { node } of assignments) this.unknown.add(node.name);
      for (const { node } of facts.all('For')) this.unknown.add(node.name.value);
      return;
    }
    this.list(root.commands);
    for (const { node } of facts.all('Function')) {
      if (this.called.has(node)) continue;
      this.state ??= new Map();
      this.isolated(() => this.node(node.body));
    }
  }

  /** True when an unquoted expansion gives one word whatever happens, or none where the variable is emptied on purpose. */
  isSafe(node: Ast.SimpleExpansionPart | Ast.ParameterExpansionPart): boolean {
    const mask = this.masks.get(node) ?? GIVEN;
    return (mask & SAFE) !== 0 && (mask & (UNSAFE | GIVEN)) === 0;
  }

  /** True when an unquoted expansion gives exactly one word whatever happens. */
  isOneWord(node: Ast.SimpleExpansionPart | Ast.ParameterExpansionPart): boolean {
    return this.masks.get(node) === SAFE;
  }

  /** True when nothing can be told of the variable, since the script is too long to be followed. */
  isUnknown(node: Ast.SimpleExpansionPart | Ast.ParameterExpansionPart): boolean {
    return this.unknown.has(node.type === 'SimpleExpansion' ? node.text.slice(1) : node.parameter);
  }

  /** True when it gives one word if a variable of the same name outside of the script does. */
  isGiven(node: Ast.SimpleExpansionPart | Ast.ParameterExpansionPart): boolean {
    const mask = this.masks.get(node) ?? GIVEN;
    return (mask & UNSAFE) === 0 && mask !== EMPTY;
  }

  private list(statements: readonly Ast.Statement[]): void {
    for (const { command, background } of statements) {
      if (background) this.isolated(() => this.node(command));
      else this.node(command);
    }
  }

  private isolated(run: () => void): void {
    const { state, returned } = this;
    this.state = state && new Map(state);
    run();
    this.state = state;
    this.returned = returned;
  }

  private branch(run: () => void, before: State | undefined): State | undefined {
    this.state = before && new Map(before);
    run();
    return this.state;
  }

  private node(node: Ast.SyntaxNode): void {
    switch (node.type) {
      case 'AndOr': {
        const [first, ...rest] = node.commands;
        if (first) this.node(first);
        for (const command of rest) {
          const before = this.state;
          this.state = join(
            before,
            this.branch(() => this.node(command), before),
          );
        }
        break;
      }
      case 'Pipeline':
        if (node.commands.length === 1) {
          for (const command of node.commands) this.node(command);
        } else for (const command of node.commands) this.isolated(() => this.node(command));
        break;
      case 'Command':
        this.command(node);
        break;
      case 'Redirected':
        for (const redirect of node.redirects) this.redirect(redirect);
        this.node(node.command);
        break;
      case 'If': {
        this.list(node.clause.commands);
        let ends: State | undefined;
        let before = this.state;
        ends = this.branch(() => this.list(node.then.commands), before);
        for (const { clause, then } of node.elif) {
          before = this.branch(() => this.list(clause.commands), before);
          ends = join(
            ends,
            this.branch(() => this.list(then.commands), before),
          );
        }
        const last = node.else;
        this.state = join(ends, last ? this.branch(() => this.list(last.commands), before) : before);
        break;
      }
      case 'Case': {
        this.word(node.word);
        const before = this.state;
        let ends: State | undefined;
        let isComplete = false;
        for (const { pattern, body } of node.items) {
          this.state = before;
          for (const word of pattern) {
            this.word(word);
            isComplete ||= word.text === '*';
          }
          ends = join(
            ends,
            this.branch(() => this.list(body.commands), before),
          );
        }
        this.state = isComplete ? ends : join(ends, before);
        break;
      }
      case 'For':
      case 'Select': {
        for (const word of node.wordlist ?? []) this.word(word);
        const values = node.wordlist?.map((word) => this.valueOf(word)) ?? [UNSAFE];
        const isSafe = node.type === 'For' && values.length > 0 && values.every((mask) => mask === SAFE);
        this.loop(() => {
          this.set(node.name.value, isSafe ? SAFE : UNSAFE);
          this.list(node.body.commands);
        });
        break;
      }
      case 'While':
        this.list(node.clause.commands);
        this.loop(() => {
          this.list(node.body.commands);
          this.list(node.clause.commands);
        });
        break;
      case 'ArithmeticFor':
        this.arithmetic(node.initialize);
        this.arithmetic(node.test);
        this.loop(() => {
          this.list(node.body.commands);
          this.arithmetic(node.update);
        });
        break;
      case 'Subshell':
        this.isolated(() => this.list(node.body.commands));
        break;
      case 'BraceGroup':
        this.list(node.body.commands);
        break;
      case 'CompoundList':
        this.list(node.commands);
        break;
      case 'Function':
        this.functions.set(node.name.value, node);
        break;
      case 'Coproc':
        this.isolated(() => this.node(node.body));
        break;
      case 'TestCommand':
        this.test(node.expression);
        break;
      case 'ArithmeticCommand':
        this.arithmetic(node.expression);
        break;
    }
  }

  private loop(body: () => void): void {
    this.loops++;
    const before = this.state;
    this.state = join(before, this.branch(body, before));
    if (this.loops <= LOOP_DEPTH) this.state = join(this.state, this.branch(body, this.state));
    this.loops--;
  }

  private command(node: Ast.Command): void {
    for (const part of node.prefix) {
      if (part.type === 'Assignment') {
        const value = this.assigned(part);
        if (node.name === undefined) this.set(part.name, value);
      } else this.redirect(part);
    }
    if (node.name) this.word(node.name);
    const name = node.name?.value ?? '';
    let isInteger = false;
    for (const part of node.suffix) {
      if (part.type === 'Assignment') this.set(part.name, isInteger ? SAFE : this.assigned(part), isInteger);
      else if (part.type === 'Word') {
        this.word(part);
        if (part.text.startsWith('-') && part.text.includes('i'))
          isInteger = name === 'declare' || name === 'typeset' || name === 'local';
        else if (isInteger) this.set(part.value, SAFE, true);
      } else this.redirect(part);
    }
    this.run(name, node);
  }

  private run(name: string, node: Ast.Command): void {
    const called = this.functions.get(name);
    if (called) {
      this.called.add(called);
      if (this.active.has(called) || ++this.calls > MAXIMUM_CALLS) return;
      this.active.add(called);
      const { returned } = this;
      this.returned = undefined;
      this.node(called.body);
      this.state = join(this.returned, this.state);
      this.returned = returned;
      this.active.delete(called);
      return;
    }
    switch (name) {
      case 'return':
        this.returned = join(this.returned, this.state);
        this.state = undefined;
        break;
      case 'exit':
      case 'exec':
        if (name !== 'exec' || node.suffix.some((part) => part.type === 'Word')) this.state = undefined;
        break;
      case 'read':
      case 'unset':
      case 'getopts':
      case 'mapfile':
      case 'readarray':
      case 'let':
        for (const word of node.args) {
          const value = word.type === 'Word' ? /^[A-Za-z_]\w*/.exec(word.value)?.[0] : undefined;
          if (value !== undefined) this.set(value, name === 'let' ? SAFE : UNSAFE);
        }
        break;
      case 'printf':
        if (node.args[0]?.text === '-v' && node.args[1]?.type === 'Word') this.set(node.args[1].value, UNSAFE);
        break;
      case 'local':
      case 'declare':
      case 'typeset':
        for (const word of node.args) {
          if (word.type === 'Word' && /^[A-Za-z_]\w*$/.test(word.value) && !this.integers.has(word.value)) {
            this.set(word.value, UNSAFE);
          }
        }
        break;
    }
  }

  private set(name: string, mask: number, isInteger = false): void {
    if (isInteger) this.integers.add(name);
    this.state?.set(name, this.integers.has(name) ? SAFE : mask);
  }

  private assigned(node: Ast.Assignment): number {
    const { value } = node;
    if (node.index) this.word(node.index);
    if (value.type === 'ArrayValue') {
      for (const element of value.elements) this.word(element);
      return UNSAFE;
    }
    const mask = this.valueOf(value);
    this.word(value);
    if (node.append) return mask | this.maskOf(node.name);
    return node.index ? UNSAFE : mask;
  }

  private redirect(redirection: Ast.Redirection): void {
    if (redirection.type === 'HereDoc') {
      for (const part of redirection.body.parts ?? []) this.part(part);
    } else if (redirection.target) this.word(redirection.target);
  }

  private test(expression: Ast.TestExpression): void {
    switch (expression.type) {
      case 'TestUnary':
        this.word(expression.operand);
        break;
      case 'TestBinary':
        this.word(expression.left);
        this.word(expression.right);
        break;
      case 'TestLogical':
        for (const operand of expression.operands) this.test(operand);
        break;
      case 'TestNot':
        this.test(expression.operand);
        break;
      case 'TestGroup':
        this.test(expression.expression);
        break;
    }
  }

  private arithmetic(expression: Ast.ArithmeticExpression | undefined): void {
    switch (expression?.type) {
      case 'ArithmeticBinary':
        this.arithmetic(expression.left);
        this.arithmetic(expression.right);
        if (/^(?:[-+*/%&|^]|<<|>>)?=$/.test(expression.operator)) this.step(expression.left);
        break;
      case 'ArithmeticUnary':
        this.arithmetic(expression.operand);
        if (expression.operator === '++' || expression.operator === '--') this.step(expression.operand);
        break;
      case 'ArithmeticTernary':
        this.arithmetic(expression.test);
        this.arithmetic(expression.consequent);
        this.arithmetic(expression.alternate);
        break;
      case 'ArithmeticGroup':
        this.arithmetic(expression.expression);
        break;
      case 'ArithmeticWord':
        for (const part of expression.parts ?? []) this.part(part);
        break;
      case 'ArithmeticCommandExpansion':
        if (expression.script) this.script(expression.script);
        break;
    }
  }

  private step(target: Ast.ArithmeticExpression): void {
    if (target.type === 'ArithmeticWord') this.set(target.value, SAFE);
  }

  private script(script: Ast.ParsedScript): void {
    this.isolated(() => this.list(script.commands));
  }

  private word(word: Ast.Word): void {
    for (const part of word.parts ?? []) this.part(part);
  }

  private part(part: Ast.WordPart): void {
    switch (part.type) {
      case 'DoubleQuoted':
      case 'LocaleString':
        for (const inner of part.parts) this.part(inner);
        break;
      case 'SimpleExpansion':
        this.see(part, this.maskOf(part.text.slice(1)));
        break;
      case 'ParameterExpansion':
        this.parameter(part);
        break;
      case 'CommandExpansion':
      case 'ProcessSubstitution':
        if (part.script) this.script(part.script);
        break;
      case 'ArithmeticExpansion':
        this.arithmetic(part.expression);
        break;
      case 'Glob':
      case 'BraceExpansion':
      case 'ExtendedGlob':
        for (const inner of part.parts ?? []) this.part(inner);
        break;
    }
  }

  private parameter(part: Ast.ParameterExpansionPart): void {
    const { operation, parameter } = part;
    if (part.index) this.word(part.index);
    this.see(part, this.maskOf(parameter));
    switch (operation?.type) {
      case 'Default':
        this.word(operation.operand);
        if (operation.operator.endsWith('='))
          this.set(parameter, this.maskOf(parameter) | this.valueOf(operation.operand));
        break;
      case 'Remove':
      case 'Transform':
        this.word(operation.operand);
        break;
      case 'CaseModification':
        if (operation.operand) this.word(operation.operand);
        break;
      case 'Replace':
        this.word(operation.pattern);
        this.word(operation.replacement);
        break;
      case 'Slice':
        this.word(operation.offset);
        if (operation.length) this.word(operation.length);
        break;
    }
  }

  private see(part: Ast.WordPart, mask: number): void {
    this.masks.set(part, (this.masks.get(part) ?? 0) | mask);
  }

  private maskOf(name: string): number {
    if (numeric.has(name) || this.integers.has(name)) return SAFE;
    if (/^(?:\d|[@*_]$)/.test(name)) return UNSAFE;
    return this.state?.get(name) ?? GIVEN;
  }

  private valueOf(word: Ast.Word): number {
    let mask = 0;
    let isEmpty = true;
    const add = (part: Ast.WordPart): void => {
      switch (part.type) {
        case 'DoubleQuoted':
        case 'LocaleString':
          part.parts.forEach(add);
          return;
        case 'Literal':
        case 'SingleQuoted':
        case 'AnsiCQuoted':
          if (part.value === '') return;
          mask |= isOneWord(part.value) ? SAFE : UNSAFE;
          break;
        case 'SimpleExpansion':
          mask |= this.maskOf(part.text.slice(1));
          break;
        case 'ParameterExpansion':
          mask |= part.operation || part.index || part.prefix ? UNSAFE : this.maskOf(part.parameter);
          break;
        case 'ArithmeticExpansion':
          mask |= SAFE;
          break;
        default:
          mask |= UNSAFE;
      }
      isEmpty = false;
    };
    if (word.parts === undefined) return word.value === '' ? EMPTY : isOneWord(word.value) ? SAFE : UNSAFE;
    word.parts.forEach(add);
    if (isEmpty) return EMPTY;
    return (mask & UNSAFE) !== 0 ? UNSAFE : mask;
  }
}

function isOneWord(text: string): boolean {
  return !/[\s*?[]/.test(text);
}

function join(a: State | undefined, b: State | undefined): State | undefined {
  if (a === undefined || a === b) return b;
  if (b === undefined) return a;
  const joined = new Map(a);
  for (const [name, mask] of b) joined.set(name, mask | (a.get(name) ?? GIVEN));
  for (const name of a.keys()) if (!b.has(name)) joined.set(name, (a.get(name) ?? 0) | GIVEN);
  return joined;
}
