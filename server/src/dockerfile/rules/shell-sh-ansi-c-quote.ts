import { placeOf, shellRule } from '../shellRule.ts';

export const shellShAnsiCQuote = shellRule({
  id: 'shell-sh-ansi-c-quote',
  summary: "Scripts for sh use printf for special characters, not $'…'.",
  why: 'dash passes the dollar sign and the escape sequence on as they are.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3003'],
  examples: [
    {
      bad: "FROM debian:12\nRUN IFS=«$'\\n'»; export IFS\n",
      good: 'FROM debian:12\nRUN IFS="$(printf \'\\nx\')"; export IFS\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const entry of facts.all('AnsiCQuoted')) {
      report({ at: placeOf(entry), message: "A POSIX shell has no quotes such as $'…'. Use 'printf'." });
    }
  },
});
