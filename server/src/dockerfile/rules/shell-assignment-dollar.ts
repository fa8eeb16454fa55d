import { shellRule } from '../shellRule.ts';

export const shellAssignmentDollar = shellRule({
  id: 'shell-assignment-dollar',
  summary: "There is no '$' on the left side of an assignment.",
  why: '$name=value is run as a command, whose name begins with the value of the variable.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1066', 'shellcheck/SC2281'],
  examples: [
    { bad: 'FROM debian:12\nRUN «$VERSION»=1.2 && make\n', good: 'FROM debian:12\nRUN VERSION=1.2 && make\n' },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      const [first, second] = node.name?.parts ?? [];
      if (first?.type !== 'SimpleExpansion' && first?.type !== 'ParameterExpansion') continue;
      if (second?.type !== 'Literal' || !/^\+?=/.test(second.value)) continue;
      const name = first.type === 'SimpleExpansion' ? first.text.slice(1) : first.parameter;
      if (!/^[A-Za-z_]/.test(name)) continue;
      report({
        at: { start: first.pos, end: first.end, frame: entry.frame },
        message: `To assign, write '${name}=' without '$'.`,
        fixes: () => [
          { title: "Remove '$'", safe: true, edits: [{ start: first.pos, end: first.end, newText: name }] },
        ],
      });
    }
  },
});
