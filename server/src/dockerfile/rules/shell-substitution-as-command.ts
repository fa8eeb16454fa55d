import { shellRule } from '../shellRule.ts';

export const shellSubstitutionAsCommand = shellRule({
  id: 'shell-substitution-as-command',
  summary: 'A command is run as it is, not in a substitution whose output is run.',
  why: 'The shell takes the output for the name of another command.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2091', 'shellcheck/SC2092'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if «$(test -f config)»; then make; fi\n',
      good: 'FROM debian:12\nRUN if test -f config; then make; fi\n',
      unfixed: true,
    },
    { bad: 'FROM debian:12\nRUN if «`test -f config`»; then make; fi\n' },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      const only = node.name?.parts?.length === 1 ? node.name.parts[0] : undefined;
      if (only?.type !== 'CommandExpansion' || node.args.length > 0) continue;
      const form = only.text.startsWith('$(') ? '$(…)' : '`…`';
      report({
        at: { start: only.pos, end: only.end, frame: entry.frame },
        message: `The output is run as a command. Remove '${form}', or use 'eval' if that is meant.`,
      });
    }
  },
});
