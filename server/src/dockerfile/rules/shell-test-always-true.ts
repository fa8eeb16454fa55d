import type { Condition, Test } from '../../shell/conditions.ts';
import type { ShellFacts } from '../../shell/facts.ts';
import type { Ast, Frame } from '../../shell/tree.ts';
import { placeAt, type ReportShell, shellRule } from '../shellRule.ts';

export const shellTestAlwaysTrue = shellRule({
  id: 'shell-test-always-true',
  summary: "Two inequalities of one value are joined with '&&'.",
  why: 'Every value differs from one of two values, so that "not a or not b" is always true.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2055', 'shellcheck/SC2056', 'shellcheck/SC2252'],
  examples: [
    {
      bad: 'FROM debian:12\nARG ARCH\nRUN if [ "$ARCH" != arm64 ] «||» [ "$ARCH" != amd64 ]; then exit 1; fi\n',
      good: 'FROM debian:12\nARG ARCH\nRUN if [ "$ARCH" != arm64 ] && [ "$ARCH" != amd64 ]; then exit 1; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    betweenCommands(facts, report);
    for (const { kind, tests, connectors, frame } of facts.conditions) {
      if (kind !== '[') continue;
      const index = connectors.findIndex(({ raw }, at) => raw === '-o' && contradict(tests[at], tests[at + 1]));
      const connector = connectors[index];
      if (connector !== undefined) tell(placeAt(connector.start, connector.end, frame), report);
    }
    for (const { node, frame } of facts.all('TestLogical')) {
      const [left, right] = node.operands;
      if (node.operator !== '||' || left?.type !== 'TestBinary' || right?.type !== 'TestBinary') continue;
      if (isInequality(left.operator) && isInequality(right.operator) && differ(left, right)) {
        tell(facts.operatorPlace(left.end, right.pos, '||', frame), report);
      }
    }
    for (const { node, frame } of facts.all('ArithmeticBinary')) {
      if (node.operator === '||' && contradictNumbers(node)) {
        tell(facts.operatorPlace(node.left.end, node.right.pos, '||', frame), report);
      }
    }
  },
});

interface Sides {
  readonly left: Ast.Word;
  readonly right: Ast.Word;
}

function tell(at: { start: number; end: number; frame: Frame }, report: ReportShell): void {
  report({ at, message: "This is always true: the value differs from one of the two. Use 'and'." });
}

function betweenCommands(facts: ShellFacts, report: ReportShell): void {
  if (!facts.all('AndOr').some(({ node }) => node.operators.includes('||'))) return;
  const conditions = new Map<Ast.SyntaxNode, Condition>(
    facts.conditions.map((condition) => [condition.entry.node, condition]),
  );
  for (const { node, frame } of facts.all('AndOr')) {
    let before: Test | undefined;
    node.commands.forEach((command, index) => {
      const isAnd = node.operators[index - 1] === '&&';
      if (isAnd) before = undefined;
      const condition = conditions.get(command);
      const [test, ...others] = condition?.tests ?? [];
      if (test === undefined || others.length > 0 || condition === undefined) return;
      if (condition.kind === 'test' || condition.negated.size > 0) return;
      if (contradict(before, test))
        tell(facts.operatorPlace(node.commands[index - 1]?.end ?? 0, command.pos, '||', frame), report);
      before = isAnd ? undefined : test;
    });
  }
}

function contradict(first: Test | undefined, second: Test | undefined): boolean {
  if (first?.kind !== 'binary' || second?.kind !== 'binary') return false;
  return isInequality(first.operator.text) && isInequality(second.operator.text) && differ(first, second);
}

function isInequality(operator: string): boolean {
  return operator === '!=' || operator === '-ne';
}

/** The same value beside two different fixed ones. */
function differ(first: Sides, second: Sides): boolean {
  const [one, other] = [apart(first), apart(second)];
  return one !== undefined && one.value === other?.value && one.fixed !== other.fixed;
}

/** Which side is fixed. */
function apart({ left, right }: Sides): { value: string; fixed: string } | undefined {
  if (isFixed(left) === isFixed(right)) return undefined;
  const [value, fixed] = isFixed(right) ? [left, right] : [right, left];
  return /[*?[]/.test(fixed.text) ? undefined : { value: value.text, fixed: fixed.text };
}

function isFixed({ text }: Ast.Word): boolean {
  return !/[$`]/.test(text);
}

function contradictNumbers({ left, right }: Ast.ArithmeticBinary): boolean {
  if (left.type !== 'ArithmeticBinary' || right.type !== 'ArithmeticBinary') return false;
  if (left.operator !== '!=' || right.operator !== '!=') return false;
  const words = [left.left, left.right, right.left, right.right].map((word) =>
    word.type === 'ArithmeticWord' ? word.value : '',
  );
  return (
    words[0] !== '' &&
    words[0] === words[2] &&
    words[1] !== words[3] &&
    /^\d+$/.test(words[1] ?? '') &&
    /^\d+$/.test(words[3] ?? '')
  );
}
