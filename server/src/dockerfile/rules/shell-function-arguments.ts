import type { Entry } from '../../shell/facts.ts';
import { expandedName } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellFunctionArguments = shellRule({
  id: 'shell-function-arguments',
  summary: 'Functions that use arguments get some.',
  why: 'In a function, $1 and "$@" are its own arguments, not those of the script.',
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2119', 'shellcheck/SC2120'],
  severityIn: { hadolint: 'warning' },
  examples: [
    {
      bad: 'FROM debian:12\nRUN build() { make "$@"; }; «build»\n',
      good: 'FROM debian:12\nRUN build() { make "$@"; }; build all\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('Function').length === 0) return;
    const asking = new Set<string>();
    for (const entry of facts.expansions) {
      if (!/^(?:[1-9]\d*|[@*#])$/.test(expandedName(entry.node) ?? '')) continue;
      const name = functionAround(entry);
      if (name !== undefined) asking.add(name);
    }
    if (asking.size === 0) return;
    for (const { entry } of facts.named('set')) asking.delete(functionAround(entry) ?? '');
    for (const name of asking) {
      const calls = facts.named(name).filter(({ wrappers }) => wrappers.length === 0);
      if (calls.some(({ args }) => args.length > 0)) continue;
      for (const { entry } of calls) {
        report({
          at: placeOf(entry),
          message: `'${name}' uses arguments, but gets none. Add '"$@"' to hand on those of the script.`,
        });
      }
    }
  },
});

/** Name of the innermost function around. */
function functionAround(entry: Entry): string | undefined {
  for (let current = entry.parent; current !== undefined; current = current.parent) {
    if (current.node.type === 'Function') return current.node.name.value;
  }
  return undefined;
}
