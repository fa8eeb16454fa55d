import { placeAt, shellRule } from '../shellRule.ts';

export const shellShTrapSignalCase = shellRule({
  id: 'shell-sh-trap-signal-case',
  summary: 'Signals are trapped by their names in capitals.',
  why: 'POSIX defines the names in capitals only.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC3049'],
  examples: [
    { bad: "FROM scratch\nRUN trap 'rm lock' «term»; make\n", good: "FROM scratch\nRUN trap 'rm lock' TERM; make\n" },
  ],
  find(facts, report) {
    if (!facts.speaks('sh')) return;
    for (const { args, entry } of facts.named('trap')) {
      for (const { text, start, end } of args.slice(1)) {
        if (!/[a-z]/.test(text) || text.includes('$')) continue;
        const upper = text.toUpperCase();
        report({
          at: placeAt(start, end, entry.frame),
          message: `POSIX writes names of signals in capitals: '${upper}'.`,
          fixes: () => [{ title: `Write '${upper}'`, safe: true, edits: [{ start, end, newText: upper }] }],
        });
      }
    }
  },
});
