import { quote } from '../../text/quote.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellShSetFlag = shellRule({
  id: 'shell-sh-set-flag',
  summary: 'Scripts for sh use the flags of set that POSIX defines.',
  why: 'A shell that does not know a flag stops.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3041', 'shellcheck/SC3042'],
  examples: [
    { bad: 'FROM scratch\nRUN set «-E» && make\n', good: 'FROM scratch\nRUN set -e && make\n', unfixed: true },
  ],
  find(facts, report) {
    if (!facts.speaks('sh')) return;
    for (const { args, entry } of facts.named('set')) {
      for (const { text, start, end } of args) {
        if (text === '--' || !/^[-+]./.test(text)) break;
        if (!text.startsWith('--') && /^[-+][abCefhmnuvxo]*$/.test(text)) {
          if (text.endsWith('o')) break;
          continue;
        }
        report({ at: placeAt(start, end, entry.frame), message: `POSIX does not define ${quote(text)} for 'set'.` });
      }
    }
  },
});
