import { shellRule } from '../shellRule.ts';

export const shellForFind = shellRule({
  id: 'shell-for-find',
  summary: 'A loop over the output of find reads it line by line, or is left to find -exec.',
  why: 'The output is split at every blank and globbed, so that names with blanks or wildcards come apart.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2044'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN for file in «$(find . -name "*.sh")»; do chmod +x "$file"; done\n',
      good: 'FROM debian:12\nRUN find . -name "*.sh" -exec chmod +x {} +\n',
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
        facts.commandAt(statement.command)?.program !== 'find' ||
        facts.commandAt(statement.command)?.wrappers.length !== 0
      )
        continue;
      report({
        at: { start: substitution.pos, end: substitution.end, frame },
        message: "Names are split at blanks. Use 'find … -exec … {} +', or 'find … -print0' and 'while read'.",
      });
    }
  },
});
