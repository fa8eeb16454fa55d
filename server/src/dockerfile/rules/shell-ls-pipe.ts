import { shellRule } from '../shellRule.ts';

export const shellLsPipe = shellRule({
  id: 'shell-ls-pipe',
  summary: 'Names of files are read from find, not from ls.',
  why: 'ls prints names for people: line breaks and special characters in a name come out changed.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2012'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «ls -t /var/log» | head -1\n',
      good: 'FROM debian:12\nRUN find /var/log -maxdepth 1 -newer mark\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Pipeline')) {
      for (let index = 0; index < node.commands.length - 1; index++) {
        const ls = facts.simple(node.commands[index]);
        const next = facts.simple(node.commands[index + 1]);
        if (ls?.program !== 'ls' || ls.wrappers.length > 0 || next?.program === 'grep' || next?.program === 'xargs')
          continue;
        report({
          at: { start: ls.node.pos, end: ls.node.end, frame },
          message: "'ls' prints names for people. Use 'find' for a list that a program reads.",
        });
      }
    }
  },
});
