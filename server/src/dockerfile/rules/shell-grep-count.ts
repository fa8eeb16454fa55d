import { placeOf, shellRule } from '../shellRule.ts';

export const shellGrepCount = shellRule({
  id: 'shell-grep-count',
  summary: 'Matching lines are counted with grep -c.',
  why: 'grep counts by itself, without a second program.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2126'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «grep root /etc/passwd» | wc -l\n',
      good: 'FROM debian:12\nRUN grep -c root /etc/passwd\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const wc of facts.named('wc')) {
      const { parent } = wc.entry;
      if (parent?.node.type !== 'Pipeline' || wc.args.length !== 1 || wc.args[0]?.text !== '-l') continue;
      const members = parent.node.commands;
      const grep = facts.simple(members[members.indexOf(wc.node) - 1]);
      if (grep === undefined || !/^[ef]?grep$/.test(grep.name) || grep.args.some(({ text }) => lists.test(text)))
        continue;
      report({ at: placeOf(grep.entry), message: "Use 'grep -c' instead of 'grep … | wc -l'." });
    }
  },
});

/** Options with which grep prints something else than each matching line once. */
const lists = /^-[A-Za-z]*[lLorRhHABC]|^--(?:files-with|only-matching|recursive|after|before|context)/;
