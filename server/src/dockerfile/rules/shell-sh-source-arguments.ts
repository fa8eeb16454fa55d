import { placeAt, shellRule } from '../shellRule.ts';

export const shellShSourceArguments = shellRule({
  id: 'shell-sh-source-arguments',
  summary: 'A sourced file gets no arguments in sh.',
  why: 'POSIX gives them no meaning; dash ignores them.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2240'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN . ./setup.sh «release»\n',
      good: 'FROM debian:12\nRUN set -- release && . ./setup.sh\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { args, entry } of facts.named('.')) {
      const [, second] = args;
      if (second === undefined) continue;
      report({
        at: placeAt(second.start, second.end, entry.frame),
        message: "'.' takes no arguments in sh. Use 'set --' before it, or variables.",
      });
    }
  },
});
