import { placeAt, shellRule } from '../shellRule.ts';

export const shellTrapUncatchable = shellRule({
  id: 'shell-trap-uncatchable',
  summary: 'KILL and STOP are not trapped.',
  why: 'No process is told of these signals before it ends or stops.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2173'],
  examples: [
    {
      bad: "FROM debian:12\nRUN trap 'rm -f lock' EXIT «KILL»; make\n",
      good: "FROM debian:12\nRUN trap 'rm -f lock' EXIT; make\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('trap')) {
      if (args[0]?.text.startsWith('-')) continue;
      for (const { text, start, end } of args.slice(1)) {
        if (!/^(?:(?:SIG)?(?:KILL|STOP)|9)$/i.test(text)) continue;
        report({ at: placeAt(start, end, entry.frame), message: `No process can catch '${text}'. Remove it.` });
      }
    }
  },
});
