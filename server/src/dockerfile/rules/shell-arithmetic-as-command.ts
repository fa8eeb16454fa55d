import { shellRule } from '../shellRule.ts';

export const shellArithmeticAsCommand = shellRule({
  id: 'shell-arithmetic-as-command',
  summary: 'The result of $((…)) is not run as a command.',
  why: 'The shell looks for a program whose name is the number.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2084'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN n=1; «$((n += 1))»; echo "$n"\n',
      good: 'FROM debian:12\nRUN n=1; : $((n += 1)); echo "$n"\n',
    },
  ],
  find(facts, report) {
    for (const { node, parent, frame } of facts.all('ArithmeticExpansion')) {
      if (
        parent?.node.type !== 'Word' ||
        parent.node.parts?.length !== 1 ||
        facts.role({ ...parent, node: parent.node }) !== 'name'
      )
        continue;
      report({
        at: { start: node.pos, end: node.end, frame },
        message: "The shell runs the result as a command. Put ':' before it, or use '((…))' in bash.",
        fixes: () => [
          { title: "Add ':'", safe: true, edits: [{ start: node.pos, end: node.pos, newText: ': ', isBefore: true }] },
        ],
      });
    }
  },
});
