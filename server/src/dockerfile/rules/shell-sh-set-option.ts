import { quote } from '../../text/quote.ts';
import { placeAt, shellRule } from '../shellRule.ts';

const posixOptions = new Set([
  'allexport', 'errexit', 'ignoreeof', 'monitor', 'noclobber', 'noexec', 'noglob', 'nolog', 'notify', 'nounset',
  'verbose', 'vi', 'xtrace',
]); // biome-ignore format: one table

export const shellShSetOption = shellRule({
  id: 'shell-sh-set-option',
  summary: 'Scripts for sh turn on POSIX options only.',
  why: "dash up to version 0.5.12 stops with 'Illegal option -o pipefail'.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3040'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN set -o «pipefail» && curl example.org | sort\n',
      good: 'FROM debian:12\nRUN curl -o page example.org && sort page\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { args, entry } of facts.named('set')) {
      args.every(({ text, start, end }, index) => {
        if (text === '--' || (!/^[-+]/.test(text) && !args[index - 1]?.text.match(/^[-+][a-zA-Z]*o$/))) return false;
        if (!/^[-+]/.test(text) && !posixOptions.has(text) && (facts.dialect === 'sh' || text === 'pipefail')) {
          report({
            at: placeAt(start, end, entry.frame),
            message: `Not every sh knows the option ${quote(text)}. Use 'SHELL ["/bin/bash", "-o", "${text}", "-c"]', or do without.`,
          });
        }
        return true;
      });
    }
  },
});
