import { quote } from '../../text/quote.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellShEchoOption = shellRule({
  id: 'shell-sh-echo-option',
  summary: 'Scripts for dash print escape sequences and unfinished lines with printf, not with options of echo.',
  why: 'dash knows -n alone and prints every other option.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3036'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo «-e» "a\\tb" > table\n',
      good: "FROM debian:12\nRUN printf 'a\\tb\\n' > table\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('dash')) return;
    for (const { args, entry, wrappers } of facts.named('echo')) {
      const [first] = args;
      if (first === undefined || wrappers.length > 0 || first.text === '-n' || !/^-[neE]+$/.test(first.text)) continue;
      report({
        at: placeAt(first.start, first.end, entry.frame),
        message: `${quote(first.text)} is printed by dash. Use 'printf'.`,
      });
    }
  },
});
