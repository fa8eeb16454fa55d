import { placeAt, shellRule } from '../shellRule.ts';

export const shellShTrapSignalPrefix = shellRule({
  id: 'shell-sh-trap-signal-prefix',
  summary: 'Signals are trapped by their names without SIG.',
  why: "dash stops with 'bad trap'.",
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC3048'],
  examples: [
    {
      bad: "FROM debian:12\nRUN trap 'rm lock' «SIGTERM»; make\n",
      good: "FROM debian:12\nRUN trap 'rm lock' TERM; make\n",
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { args, entry } of facts.named('trap')) {
      for (const { text, start, end } of args.slice(1)) {
        if (!/^SIG/i.test(text)) continue;
        report({
          at: placeAt(start, end, entry.frame),
          message: `Write '${text.slice(3).toUpperCase()}', without 'SIG'.`,
          fixes: () => [{ title: "Remove 'SIG'", safe: true, edits: [{ start, end: start + 3, newText: '' }] }],
        });
      }
    }
  },
});
