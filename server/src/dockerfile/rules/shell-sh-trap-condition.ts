import { quote } from '../../text/quote.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellShTrapCondition = shellRule({
  id: 'shell-sh-trap-condition',
  summary: 'Scripts for sh trap signals and EXIT, not ERR, DEBUG or RETURN.',
  why: "dash stops with 'bad trap'.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3047'],
  examples: [
    {
      bad: "FROM debian:12\nRUN trap 'echo failed' «ERR»; make\n",
      good: "FROM debian:12\nRUN trap 'echo done' EXIT; make\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const { args, entry } of facts.named('trap')) {
      for (const { text, start, end } of args.slice(1)) {
        if (!/^(?:ERR|DEBUG|RETURN)$/i.test(text)) continue;
        report({
          at: placeAt(start, end, entry.frame),
          message: `A POSIX shell does not trap ${quote(text)}. Use 'set -e' and a trap for EXIT.`,
        });
      }
    }
  },
});
