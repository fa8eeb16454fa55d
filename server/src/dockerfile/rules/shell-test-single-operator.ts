import type { ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { shellRule } from '../shellRule.ts';

export const shellTestSingleOperator = shellRule({
  id: 'shell-test-single-operator',
  summary: "Conditions are joined with '&&' and '||'.",
  why: "A single '&' runs the condition in the background, and a single '|' pipes into it; its result is lost.",
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2265', 'shellcheck/SC2266'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ -f config ] «|» [ -f config.in ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -f config ] || [ -f config.in ]; then make; fi\n',
    },
    {
      bad: 'FROM debian:12\nRUN [ -f config ] «&» make\n',
      good: 'FROM debian:12\nRUN [ -f config ] && make\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Pipeline')) {
      node.commands.forEach((member, index) => {
        const next = node.commands[index + 1];
        if (next === undefined || node.operators[index] !== '|') return;
        if (!isTest(facts, next) && !(index === 0 && isTest(facts, member))) return;
        const at = facts.operatorPlace(member.end, next.pos, '|', frame);
        report({
          at,
          message: "This pipes into or out of a condition. Use '||' for 'or'.",
          fixes: () => [{ title: "Write '||'", safe: false, edits: [{ start: at.start, end: at.end, newText: '||' }] }],
        });
      });
    }
    for (const { node, parent, frame } of facts.all('Statement')) {
      if (!node.background) continue;
      const { command } = node;
      const last = command.type === 'AndOr' ? command.commands.at(-1) : command;
      if (last === undefined || !isTest(facts, last)) continue;
      const at = facts.operatorPlace(last.end, parent?.node.end ?? last.end + 2, '&', frame);
      report({
        at,
        message: "This runs the condition in the background. Use '&&' for 'and'.",
        fixes: () => [{ title: "Write '&&'", safe: false, edits: [{ start: at.start, end: at.end, newText: '&&' }] }],
      });
    }
  },
});

function isTest(facts: ShellFacts, node: Ast.PipelineNode): boolean {
  if (node.type === 'TestCommand') return true;
  return node.type === 'Command' && /^(?:\[|test)$/.test(facts.commandAt(node)?.name ?? '');
}
