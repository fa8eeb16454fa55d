import { placeOf, shellRule } from '../shellRule.ts';

export const shellShReplacement = shellRule({
  id: 'shell-sh-replacement',
  summary: 'Scripts for sh replace text with sed, not with ${name/a/b}.',
  why: "dash stops with 'Bad substitution'.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3060'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo "«${HOME/o/0}»"\n',
      good: 'FROM debian:12\nRUN echo "$HOME" | sed s/o/0/\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const entry of facts.all('ParameterExpansion')) {
      const { node } = entry;
      if (node.operation?.type !== 'Replace') continue;
      report({ at: placeOf(entry), message: "A POSIX shell has no '${name/pattern/text}'. Use 'sed'." });
    }
  },
});
