import type { Entry, ShellFacts } from '../../shell/facts.ts';
import { expandedName } from '../../shell/words.ts';
import { quote } from '../../text/quote.ts';
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
    const arrays = arraysInOrder(facts);
    for (const entry of facts.expansions) {
      const { node } = entry;
      const name = expandedName(node) ?? '';
      if (!builtInArrays.has(name) && !arrays.has(name)) continue;
      if (node.type === 'ParameterExpansion' && (node.index || node.prefix || node.operation)) continue;
      if (!builtInArrays.has(name) && !isArrayBefore(arrays.get(name) ?? [], entry)) continue;
      report({
        at: placeOf(entry),
        message: `'${name}' is an array, and ${quote(node.text)} only its first element. Give an index, or '"\${${name}[@]}"' for all.`,
      });
    }
  },
});

interface Step {
  readonly offset: number;
  readonly isArray: boolean;
}

/** What makes variables arrays, or ends it, by their names and in source order. */
function arraysInOrder(facts: ShellFacts): Map<string, Step[]> {
  const steps = new Map<string, Step[]>();
  const { arrays, assigned } = facts.variables;
  if (arrays.size === 0) return steps;
  for (const { name, by, isArray, start, value, frame } of assigned) {
    if (!arrays.has(name) || (by === 'assignment' && !isArray)) continue;
    // What stands in the value is expanded before it is one.
    const from = value?.end ?? start;
    const step = { offset: frame ? frame.at(from) : from, isArray };
    const list = steps.get(name);
    if (list) list.push(step);
    else steps.set(name, [step]);
  }
  for (const list of steps.values()) list.sort((a, b) => a.offset - b.offset);
  return steps;
}

/** The last step before the expansion makes it an array. */
function isArrayBefore(steps: readonly Step[], { node, frame }: Entry): boolean {
  const offset = frame ? frame.at(node.pos) : node.pos;
  let low = 0;
  let high = steps.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle - 1;
  }
  return steps[high]?.isArray === true;
}
