import type { Entry } from '../../shell/facts.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellNegationUnchecked = shellRule({
  id: 'shell-negation-unchecked',
  summary: "set -e does not look at commands with '!'.",
  why: 'A negated command never ends the script, whatever its result.',
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2251'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN set -e; «! grep -q root /etc/shadow»; make\n',
      good: 'FROM debian:12\nRUN set -e; ! grep -q root /etc/shadow || exit 1; make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('Negation').length === 0 || !facts.exitsOnError) return;
    for (const { parent: entry } of facts.all('Negation')) {
      if (entry === undefined || facts.isChecked(entry)) continue;
      if (entry.parent?.node.type !== 'Statement' || entry.parent.node.background || isStatus(entry.parent)) continue;
      report({
        at: placeOf(entry),
        message: "'set -e' does not look at this. Add '|| exit 1' or use 'if'.",
      });
    }
  },
});

/** The last statement of a script or function, or one in a substitution. */
function isStatus({ node, parent: list }: Entry): boolean {
  if (list?.node.type !== 'Script' && list?.node.type !== 'CompoundList') return false;
  if (list.parent?.node.type === 'CommandExpansion') return true;
  if (list.node.commands.at(-1) !== node) return false;
  return list.parent === undefined || list.parent.parent?.node.type === 'Function';
}
