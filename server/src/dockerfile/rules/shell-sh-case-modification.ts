import { placeOf, shellRule } from '../shellRule.ts';

export const shellShCaseModification = shellRule({
  id: 'shell-sh-case-modification',
  summary: 'Scripts for sh change case with tr, not with ${name^^}.',
  why: "dash and BusyBox ash stop with 'bad substitution'.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3059'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo "«${HOME^^}»"\n',
      good: "FROM debian:12\nRUN echo \"$HOME\" | tr '[:lower:]' '[:upper:]'\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('ParameterExpansion')) {
      const { node } = entry;
      if (node.operation?.type !== 'CaseModification') continue;
      report({ at: placeOf(entry), message: "A POSIX shell has no '${name^^}'. Use 'tr'." });
    }
  },
});
