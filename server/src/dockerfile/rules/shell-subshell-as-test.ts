import type { ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellSubshellAsTest = shellRule({
  id: 'shell-subshell-as-test',
  summary: 'Conditions stand in brackets, not in parentheses.',
  why: 'Parentheses start a subshell that runs a program of the name -f or of the first value.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2204', 'shellcheck/SC2205'],
  severityIn: { hadolint: 'error' },
  examples: [
    {
      bad: 'FROM debian:12\nRUN if «( -f config )»; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -f config ]; then make; fi\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Subshell')) {
      const [statement, ...others] = node.body.commands;
      const command = others.length === 0 ? commandIn(facts, statement?.command) : undefined;
      if (command === undefined || !isTest(command)) continue;
      const { pos, end } = node;
      report({
        at: placeOf({ node, frame }),
        message: "Parentheses start a subshell. Use '[ … ]' for a condition.",
        fixes: () => [
          {
            title: 'Write brackets',
            safe: false,
            edits: [
              { start: pos, end: pos + 1, newText: '[' },
              { start: end - 1, end, newText: ']' },
            ],
          },
        ],
      });
    }
  },
});

function commandIn(facts: ShellFacts, node: Ast.PipelineNode | Ast.AndOr | undefined): Ast.Command | undefined {
  return facts.simple(node)?.node;
}

function isTest({ name, args }: Ast.Command): boolean {
  const [first, second] = args;
  if (name === undefined || first === undefined) return false;
  if (/^-[a-zA-Z]$/.test(name.text)) return true;
  return second !== undefined && /^(?:==?|!=|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/.test(first.text);
}
