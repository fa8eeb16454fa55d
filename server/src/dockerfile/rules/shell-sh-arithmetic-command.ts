import { placeOf, shellRule } from '../shellRule.ts';

export const shellShArithmeticCommand = shellRule({
  id: 'shell-sh-arithmetic-command',
  summary: 'Scripts for sh calculate with $((…)), not with a command ((…)).',
  why: 'dash takes it for two nested subshells.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3006'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN i=1; «((i=i+1))»; echo "$i"\n',
      good: 'FROM debian:12\nRUN i=1; i=$((i + 1)); echo "$i"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('ArithmeticCommand')) {
      report({
        at: placeOf(entry),
        message: "A POSIX shell has no command '((…))'. Use '$((…))' in an assignment or test.",
      });
    }
  },
});
