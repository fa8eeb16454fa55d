import { placeAt, shellRule } from '../shellRule.ts';

export const shellShLocal = shellRule({
  id: 'shell-sh-local',
  summary: 'Portable functions do not rely on local.',
  why: 'POSIX does not define it, though dash, BusyBox ash and bash know it.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3043'],
  examples: [
    {
      bad: 'FROM scratch\nRUN f() { «local x=1»; echo "$x"; }; f\n',
      good: 'FROM scratch\nRUN f() (x=1; echo "$x"); f\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh')) return;
    for (const { name, node, entry } of facts.named('local')) {
      report({
        at: placeAt(node.pos, node.end, entry.frame),
        message: `POSIX does not define '${name}', though most shells know it.`,
      });
    }
  },
});
