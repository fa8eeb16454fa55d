import { shellRule } from '../shellRule.ts';

export const shellShHereString = shellRule({
  id: 'shell-sh-here-string',
  summary: 'Scripts for sh use a pipe or heredoc, not <<<.',
  why: 'dash and BusyBox ash report a syntax error.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3011'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN grep a «<<<» "$HOME"\n',
      good: 'FROM debian:12\nRUN printf \'%s\\n\' "$HOME" | grep a\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const { node, frame } of facts.all('HereString')) {
      const at = facts.operatorPlace(node.pos, node.end, '<<<', frame);
      report({ at, message: "A POSIX shell has no '<<<'. Use a pipe or a heredoc." });
    }
  },
});
