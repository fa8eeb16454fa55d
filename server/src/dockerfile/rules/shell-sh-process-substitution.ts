import { placeOf, shellRule } from '../shellRule.ts';

export const shellShProcessSubstitution = shellRule({
  id: 'shell-sh-process-substitution',
  summary: 'Scripts for sh use pipes or files, not <(…).',
  why: 'dash reports a syntax error.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3001'],
  examples: [
    { bad: 'FROM debian:12\nRUN diff «<(sort a)» b\n', good: 'FROM debian:12\nRUN sort a | diff - b\n', unfixed: true },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const entry of facts.all('ProcessSubstitution')) {
      report({ at: placeOf(entry), message: "A POSIX shell has no '<(…)'. Use a pipe, or run the script with bash." });
    }
  },
});
