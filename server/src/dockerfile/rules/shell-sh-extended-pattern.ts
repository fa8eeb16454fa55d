import { placeOf, shellRule } from '../shellRule.ts';

export const shellShExtendedPattern = shellRule({
  id: 'shell-sh-extended-pattern',
  summary: 'Scripts for sh use simple wildcards, not @(…) and the like.',
  why: 'dash and BusyBox ash report a syntax error.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3002'],
  examples: [
    { bad: 'FROM debian:12\nRUN ls «@(a|b)».txt\n', good: 'FROM debian:12\nRUN ls a.txt b.txt\n', unfixed: true },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('ExtendedGlob')) {
      report({
        at: placeOf(entry),
        message:
          "A POSIX shell has no extended patterns such as '@(…)'. Use several patterns, or run the script with bash.",
      });
    }
  },
});
