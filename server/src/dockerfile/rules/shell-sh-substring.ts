import { placeOf, shellRule } from '../shellRule.ts';

export const shellShSubstring = shellRule({
  id: 'shell-sh-substring',
  summary: 'Scripts for sh cut texts with cut or patterns, not with ${name:1:2}.',
  why: "dash stops with 'Bad substitution'.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3057'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo "«${HOME:0:4}»"\n',
      good: 'FROM debian:12\nRUN echo "$HOME" | cut -c1-4\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const entry of facts.all('ParameterExpansion')) {
      const { node } = entry;
      if (node.operation?.type !== 'Slice' || node.operation.offset.text === '') continue;
      report({
        at: placeOf(entry),
        message: "A POSIX shell has no '${name:offset}'. Use 'cut', 'expr' or '${name#pattern}'.",
      });
    }
  },
});
