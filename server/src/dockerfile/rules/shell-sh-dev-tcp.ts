import { placeOf, shellRule } from '../shellRule.ts';

export const shellShDevTcp = shellRule({
  id: 'shell-sh-dev-tcp',
  summary: 'Scripts for sh do not open connections through /dev/tcp.',
  why: 'Other shells look for a file of that name.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3025'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo x «> /dev/tcp/example.org/80»\n',
      good: 'FROM debian:12\nRUN echo x | nc example.org 80\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('Redirect')) {
      if (!/^["']?\/dev\/(?:tcp|udp)\//.test(entry.node.target?.text ?? '')) continue;
      report({ at: placeOf(entry), message: "Only bash opens connections through '/dev/tcp'. Use 'nc' or 'curl'." });
    }
  },
});
