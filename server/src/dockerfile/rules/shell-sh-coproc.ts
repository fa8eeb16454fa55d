import { placeOf, shellRule } from '../shellRule.ts';

export const shellShCoproc = shellRule({
  id: 'shell-sh-coproc',
  summary: 'Scripts for sh have no coprocesses.',
  why: 'dash and BusyBox ash look for a program of that name.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3032'],
  examples: [{ bad: 'FROM debian:12\nRUN «coproc server»\n', good: 'FROM debian:12\nRUN server &\n', unfixed: true }],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('Coproc')) {
      report({ at: placeOf(entry), message: "A POSIX shell has no 'coproc'. Use a pipe or a background command." });
    }
  },
});
