import { placeAt, shellRule } from '../shellRule.ts';

export const shellShPrintfQuote = shellRule({
  id: 'shell-sh-printf-quote',
  summary: 'Scripts for sh have no %q in printf.',
  why: 'dash and BusyBox ash report an invalid directive.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3050'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN printf «\'%q\'» "$HOME"\n',
      good: 'FROM debian:12\nRUN printf \'%s\' "$HOME"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const { args, entry } of facts.named('printf')) {
      const format = args[0]?.text === '--' ? undefined : args[0];
      if (!format?.text.includes('%q')) continue;
      report({ at: placeAt(format.start, format.end, entry.frame), message: "POSIX defines no '%q' for 'printf'." });
    }
  },
});
