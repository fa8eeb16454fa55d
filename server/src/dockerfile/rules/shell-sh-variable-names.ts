import { placeOf, shellRule } from '../shellRule.ts';

export const shellShVariableNames = shellRule({
  id: 'shell-sh-variable-names',
  summary: 'Scripts for sh do not list variables with ${!prefix*}.',
  why: "dash and BusyBox ash stop with 'bad substitution'.",
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3056'],
  examples: [{ bad: 'FROM debian:12\nRUN echo "«${!LC_*}»"\n', good: 'FROM debian:12\nRUN env\n', unfixed: true }],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('ParameterExpansion')) {
      const { node } = entry;
      if (node.operation?.type !== 'Names') continue;
      report({ at: placeOf(entry), message: "A POSIX shell does not list variables by a prefix. Use 'env'." });
    }
  },
});
