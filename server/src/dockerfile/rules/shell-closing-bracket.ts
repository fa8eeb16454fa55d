import type { Entry } from '../../shell/facts.ts';
import { isOpenTest } from '../../shell/slips.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellClosingBracket = shellRule({
  id: 'shell-closing-bracket',
  summary: "A ']' has its '['.",
  why: 'Without it, the bracket is one more argument of the command.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2171'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if test -f config «]»; then make; fi\n',
      good: 'FROM debian:12\nRUN if test -f config; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      const last = node.args.at(-1) ?? node.name;
      if (last === undefined || !/^\]\]?$/.test(last.text)) continue;
      // A '[' that is glued to something, or in a command before '&&', has rules of its own.
      if (node.name?.value.startsWith('[') || opensBefore(entry)) continue;
      report({
        at: placeOf({ node: last, frame: entry.frame }),
        message: `There is no '[' for this '${last.text}'. Remove it, or write the '['.`,
      });
    }
  },
});

function opensBefore({ node, parent }: Entry): boolean {
  return (
    parent?.node.type === 'AndOr' && parent.node.commands.some((other) => other.pos < node.pos && isOpenTest(other))
  );
}
