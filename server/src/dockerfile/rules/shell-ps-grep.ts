import { placeOf, shellRule } from '../shellRule.ts';

export const shellPsGrep = shellRule({
  id: 'shell-ps-grep',
  summary: 'Processes are looked for with pgrep, not with ps | grep.',
  why: 'grep finds itself in the list, and matches users and arguments as well.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2009'],
  examples: [
    {
      bad: 'FROM debian:12\nHEALTHCHECK CMD «ps aux» | grep nginx\n',
      good: 'FROM debian:12\nHEALTHCHECK CMD pgrep nginx\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const ps of facts.named('ps')) {
      const { parent } = ps.entry;
      if (parent?.node.type !== 'Pipeline') continue;
      const members = parent.node.commands;
      const next = facts.simple(members[members.indexOf(ps.node) + 1]);
      if (next?.name !== 'grep') continue;
      if (ps.args.some(({ text }) => /^-[A-Za-z]*p$|^--pid/.test(text))) continue;
      report({ at: placeOf(ps.entry), message: "Use 'pgrep' instead of searching the output of 'ps'." });
    }
  },
});
