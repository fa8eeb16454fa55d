import { placeOf, shellRule } from '../shellRule.ts';

export const shellShRedirectGlob = shellRule({
  id: 'shell-sh-redirect-glob',
  summary: 'The target of a redirection has no wildcards.',
  why: 'Shells differ: some write to a file with an asterisk in its name.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3031'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN sort «< /etc/os-*»\n',
      good: 'FROM debian:12\nRUN sort /etc/os-release\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('Redirect')) {
      if (!entry.node.target?.parts?.some((part) => part.type === 'Glob')) continue;
      report({
        at: placeOf(entry),
        message: 'A POSIX shell does not expand wildcards in a redirection. Write the name.',
      });
    }
  },
});
