import { placeOf, shellRule } from '../shellRule.ts';

export const shellShFunctionName = shellRule({
  id: 'shell-sh-function-name',
  summary: 'Names of functions are letters, digits and underscores.',
  why: "dash reports 'bad function name'.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3033'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «build-all() { make all; }»; build-all\n',
      good: 'FROM debian:12\nRUN build_all() { make all; }; build_all\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('Function')) {
      if (/^[A-Za-z_]\w*$/.test(entry.node.name.value)) continue;
      report({ at: placeOf(entry), message: "POSIX allows letters, digits and '_' in names of functions only." });
    }
  },
});
