import { shellRule } from '../shellRule.ts';

export const shellForLs = shellRule({
  id: 'shell-for-ls',
  summary: 'A loop over files uses wildcards, not ls.',
  why: 'The output of ls is split at every blank, and names with special characters come out changed.',
  severity: 'error',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2045'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN for file in «$(ls /etc/*.d)»; do cat "$file"; done\n',
      good: 'FROM debian:12\nRUN for file in /etc/*.d/*; do cat "$file"; done\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('For')) {
      const [only, second] = node.wordlist ?? [];
      const substitution = only?.parts?.length === 1 ? only.parts[0] : undefined;
      if (second !== undefined || substitution?.type !== 'CommandExpansion') continue;
      const [statement, more] = substitution.script?.commands ?? [];
      if (more !== undefined || statement?.command.type !== 'Command') continue;
      if (
        facts.commandAt(statement.command)?.program !== 'ls' ||
        facts.commandAt(statement.command)?.wrappers.length !== 0
      )
        continue;
      report({
        at: { start: substitution.pos, end: substitution.end, frame },
        message: "The output of 'ls' is split at blanks. Use wildcards: 'for … in ./*'.",
      });
    }
  },
});
