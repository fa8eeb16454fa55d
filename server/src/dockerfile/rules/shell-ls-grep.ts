import { shellRule } from '../shellRule.ts';

export const shellLsGrep = shellRule({
  id: 'shell-ls-grep',
  summary: 'Files are filtered with wildcards or find, not with ls | grep.',
  why: 'ls prints names for people: line breaks and special characters in a name come out changed.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2010'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «ls» /etc | grep -v conf\n',
      good: 'FROM debian:12\nRUN find /etc -maxdepth 1 ! -name "*conf*"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Pipeline')) {
      node.commands.forEach((member, index) => {
        const ls = facts.simple(member);
        const grep = facts.simple(node.commands[index + 1]);
        if (ls?.program !== 'ls' || ls.wrappers.length > 0 || grep?.program !== 'grep') return;
        report({
          at: { start: ls.nameWord.pos, end: ls.nameWord.end, frame },
          message: "'ls' is not made for filtering names. Use wildcards, or a loop with a condition, or 'find'.",
        });
      });
    }
  },
});
