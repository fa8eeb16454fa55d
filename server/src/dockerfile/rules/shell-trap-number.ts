import { placeAt, shellRule } from '../shellRule.ts';

export const shellTrapNumber = shellRule({
  id: 'shell-trap-number',
  summary: 'Signals are trapped by name.',
  why: 'Apart from a few, the numbers of signals differ between systems.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2172'],
  examples: [
    {
      bad: "FROM debian:12\nRUN trap 'rm -f lock' «10»; make\n",
      good: "FROM debian:12\nRUN trap 'rm -f lock' USR1; make\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('trap')) {
      if (args[0]?.text.startsWith('-')) continue;
      for (const { text, start, end } of args.slice(1)) {
        if (!/^\d+$/.test(text) || portable.has(text)) continue;
        report({ at: placeAt(start, end, entry.frame), message: 'The number differs between systems. Use the name.' });
      }
    }
  },
});

/** Numbers that POSIX defines. */
const portable = new Set(['0', '1', '2', '3', '6', '9', '14', '15']);
