import { placeOf, shellRule } from '../shellRule.ts';

export const shellLsXargs = shellRule({
  id: 'shell-ls-xargs',
  summary: 'Names of files are handed to xargs by find -print0, not by ls.',
  why: 'xargs splits at blanks and quotes, which names may have.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2011'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «ls /srv» | xargs rm\n',
      good: 'FROM debian:12\nRUN find /srv -maxdepth 1 -print0 | xargs -0 rm\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.named('ls')) {
      const pipeline = entry.parent?.node;
      if (pipeline?.type !== 'Pipeline') continue;
      const next = facts.simple(pipeline.commands[pipeline.commands.indexOf(node) + 1]);
      if (next?.name !== 'xargs') continue;
      report({
        at: placeOf(entry),
        message: "Names may have blanks. Use 'find … -print0 | xargs -0' or 'find … -exec'.",
      });
    }
  },
});
