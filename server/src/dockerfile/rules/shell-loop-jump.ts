import type { Entry } from '../../shell/facts.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellLoopJump = shellRule({
  id: 'shell-loop-jump',
  summary: 'break and continue stand directly in a loop.',
  why: 'Outside of a loop they do nothing, and in a subshell or pipe they only end that.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2104', 'shellcheck/SC2105', 'shellcheck/SC2106'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN for name in a b; do make "$name" || (echo failed; «break»); done\n',
      good: 'FROM debian:12\nRUN for name in a b; do make "$name" || { echo failed; break; }; done\n',
      unfixed: true,
    },
    {
      bad: 'FROM debian:12\nRUN test -f config || «break»; make\n',
      good: 'FROM debian:12\nRUN test -f config || exit 1; make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { name, entry, wrappers } of facts.named('break', 'continue')) {
      const problem = wrappers.length > 0 ? undefined : problemOf(entry);
      if (problem !== undefined) report({ at: placeOf(entry), message: `'${name}' ${problem}` });
    }
  },
});

/** What is wrong with the place; `undefined` for one directly in a loop. */
function problemOf(entry: Entry): string | undefined {
  let isSubshell = false;
  let isFunction = false;
  for (let current = entry.parent; current !== undefined; current = current.parent) {
    const { node } = current;
    switch (node.type) {
      case 'For':
      case 'While':
      case 'Select':
      case 'ArithmeticFor':
        return isSubshell && !isFunction ? 'only ends the subshell or pipe it is in. Take it out of there.' : undefined;
      case 'Subshell':
      case 'CommandExpansion':
        isSubshell = true;
        break;
      case 'Pipeline':
        isSubshell ||= node.commands.length > 1;
        break;
      case 'Statement':
        isSubshell ||= node.background === true;
        break;
      case 'Function':
        isFunction = true;
        break;
    }
  }
  return isFunction ? "is not in a loop. Use 'return'." : "is not in a loop. Use 'exit'.";
}
