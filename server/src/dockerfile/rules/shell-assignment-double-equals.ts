import { shellRule } from '../shellRule.ts';

export const shellAssignmentDoubleEquals = shellRule({
  id: 'shell-assignment-double-equals',
  summary: "One '=' assigns; '==' compares, inside of [[ ]].",
  why: 'Outside of a test == is an argument of a command.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC1097', 'shellcheck/SC2284'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN MODE «==» release && make\n',
      good: 'FROM debian:12\nRUN [ "$MODE" = release ] && make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      const [first] = node.args;
      if (
        first === undefined ||
        !first.text.startsWith('==') ||
        first.text.startsWith('===') ||
        node.name?.text === '['
      )
        continue;
      if (node.name?.text === 'test') continue;
      report({
        at: { start: first.pos, end: first.pos + 2, frame: entry.frame },
        message: "'==' is an argument here. Write 'name=value' to assign, or '[ a = b ]' to compare.",
      });
    }
  },
});
