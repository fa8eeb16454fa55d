import { placeOf, shellRule } from '../shellRule.ts';

export const shellShBraceExpansion = shellRule({
  id: 'shell-sh-brace-expansion',
  summary: 'Scripts for sh write lists out, not as {a,b}.',
  why: 'dash and BusyBox ash take the braces as part of one name.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3009'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN mkdir -p /srv/«{bin,etc}»\n',
      good: 'FROM debian:12\nRUN mkdir -p /srv/bin /srv/etc\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('BraceExpansion')) {
      if (facts.place(entry).isOperand) continue;
      report({ at: placeOf(entry), message: 'A POSIX shell does not expand braces. Write the words out.' });
    }
  },
});
