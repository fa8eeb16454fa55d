import type { ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestInSubshell = shellRule({
  id: 'shell-test-in-subshell',
  summary: 'Conditions are not put in parentheses, or grouped with braces.',
  why: 'Parentheses start a subshell, which a condition does not need.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2233', 'shellcheck/SC2234', 'shellcheck/SC2235'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if «([ -f config ])»; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -f config ]; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Subshell')) {
      const { commands } = node.body;
      const members = commands.flatMap(({ command }) => (command.type === 'AndOr' ? command.commands : [command]));
      if (commands.some(({ background }) => background) || !members.every((member) => isTest(facts, member))) continue;
      report({
        at: placeOf({ node, frame }),
        message:
          members.length > 1
            ? "Parentheses start a subshell. Group the conditions with '{ …; }'."
            : 'Parentheses start a subshell. Remove them.',
      });
    }
  },
});

function isTest(facts: ShellFacts, node: Ast.PipelineNode): boolean {
  if (node.type === 'TestCommand') return true;
  if (node.type === 'Pipeline' && node.commands[0]?.type === 'TestCommand') return node.commands.length === 1;
  return /^(?:\[|test)$/.test(facts.simple(node)?.name ?? '');
}
