import type { Entry, ShellFacts } from '../../shell/facts.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellFunctionInSubstitution = shellRule({
  id: 'shell-function-in-substitution',
  summary: 'A function that relies on set -e is not called in a substitution of bash.',
  why: 'bash turns set -e off in $(…), so that the function goes on behind a failing command.',
  severity: 'info',
  recommended: false,
  optional: true,
  fixable: false,
  same: ['shellcheck/SC2311'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-ec"]\nRUN get() { cd src; cat version; }; version=$(«get»); echo "$version"\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-ec"]\nRUN get() { cd src; cat version; }; version=$(set -e; get); echo "$version"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.exitsOnError || !facts.speaks('bash', 'ksh') || facts.text.includes('inherit_errexit')) return;
    for (const { nameWord, entry } of facts.calls) {
      const substitution = substitutionAround(entry);
      if (substitution === undefined || setsOptions(facts, substitution)) continue;
      report({
        at: placeOf({ node: nameWord, frame: entry.frame }),
        message:
          "'set -e' does not count in a substitution. Begin it with 'set -e;', or use 'shopt -s inherit_errexit'.",
      });
    }
  },
});

function substitutionAround(entry: Entry): Entry | undefined {
  for (let current = entry.parent; current !== undefined; current = current.parent) {
    if (current.node.type === 'CommandExpansion') return current;
  }
  return undefined;
}

function setsOptions(facts: ShellFacts, { node }: Entry): boolean {
  return facts.named('set').some(({ entry }) => substitutionAround(entry)?.node === node);
}
