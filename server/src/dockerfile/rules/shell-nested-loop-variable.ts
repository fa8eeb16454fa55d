import type { Entry } from '../../shell/facts.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellNestedLoopVariable = shellRule({
  id: 'shell-nested-loop-variable',
  summary: 'Loops inside of each other have variables of their own.',
  why: 'The inner loop changes the variable of the outer one.',
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2165', 'shellcheck/SC2167'],
  severityIn: { hadolint: 'warning' },
  examples: [
    {
      bad: 'FROM debian:12\nRUN for i in a b; do for «i» in c d; do make "$i"; done; done\n',
      good: 'FROM debian:12\nRUN for i in a b; do for j in c d; do make "$i" "$j"; done; done\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('For').length < 2) return;
    for (const entry of facts.all('For')) {
      const { name } = entry.node;
      if (!isLoopVariable(entry, name.text)) continue;
      report({
        at: placeAt(name.pos, name.end, entry.frame),
        message: `A loop around this one uses '${name.text}' too. Use another name.`,
      });
    }
  },
});

function isLoopVariable(entry: Entry, name: string): boolean {
  for (let current = entry.parent; current !== undefined; current = current.parent) {
    if (current.node.type === 'For' && current.node.name.text === name) return true;
    if (current.node.type === 'Function') return false;
  }
  return false;
}
