import type { Entry, ShellFacts } from '../../shell/facts.ts';
import { placeOf, shellRule } from '../shellRule.ts';

const builtInArrays = new Set([
  'BASH_ALIASES', 'BASH_ARGC', 'BASH_ARGV', 'BASH_CMDS', 'BASH_LINENO', 'BASH_REMATCH', 'BASH_SOURCE', 'BASH_VERSINFO',
  'COMP_WORDS', 'COPROC', 'DIRSTACK', 'FUNCNAME', 'GROUPS', 'MAPFILE', 'PIPESTATUS', 'COMPREPLY',
]); // biome-ignore format: one table

export const shellArrayWithoutIndex = shellRule({
  id: 'shell-array-without-index',
  summary: 'An array is expanded with an index: ${array[0]}, "${array[@]}".',
  why: 'The name alone gives the first element and drops all others.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2128'],
  examples: [
    {
      bad: 'FROM fedora:41\nRUN list=(a b); echo "«$list»"\n',
      good: 'FROM fedora:41\nRUN list=(a b); echo "${list[@]}"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    const { arrays } = facts.variables;
    for (const entry of facts.expansions) {
      const { node } = entry;
      const name = node.type === 'SimpleExpansion' ? node.text.slice(1) : node.parameter;
      if (!builtInArrays.has(name) && !(arrays.has(name) && isArrayAt(facts, name, entry))) continue;
      if (node.type === 'ParameterExpansion' && (node.index || node.prefix || node.operation)) continue;
      report({
        at: placeOf(entry),
        message: `'${name}' is an array, and '${node.text}' only its first element. Give an index, or '"\${${name}[@]}"' for all.`,
      });
    }
  },
});

/** The last assignment before makes it an array. */
function isArrayAt(facts: ShellFacts, name: string, { node, frame }: Entry): boolean {
  const at = frame ? frame.at(node.pos) : node.pos;
  let last: { readonly isArray: boolean } | undefined;
  let lastAt = -1;
  for (const assigned of facts.variables.assigned) {
    const start = assigned.frame ? assigned.frame.at(assigned.start) : assigned.start;
    if (assigned.name !== name || start >= at || start < lastAt || (assigned.by === 'assignment' && !assigned.isArray))
      continue;
    last = assigned;
    lastAt = start;
  }
  return last?.isArray === true;
}
