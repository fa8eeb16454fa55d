import { quote } from '../../text/quote.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellExprFunction = shellRule({
  id: 'shell-expr-function',
  summary: 'expr is not asked for length, match, substr or index.',
  why: 'POSIX leaves their meaning open, and BSD does not know them; the shell has expansions for most of it.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2308'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN expr «length» "$HOSTNAME"\n',
      good: 'FROM debian:12\nRUN echo "${#HOSTNAME}"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('expr')) {
      const [first] = args;
      if (first === undefined || !/^(?:length|match|substr|index)$/.test(first.text)) continue;
      report({
        at: placeAt(first.start, first.end, entry.frame),
        message: `${quote(first.text)} of 'expr' means different things in different systems. Use an expansion such as '\${#name}'.`,
      });
    }
  },
});
