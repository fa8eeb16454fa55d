import { placeOf, shellRule } from '../shellRule.ts';

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
    if (arrays.size === 0) return;
    for (const entry of facts.expansions) {
      const { node } = entry;
      const name = node.type === 'SimpleExpansion' ? node.text.slice(1) : node.parameter;
      if (!arrays.has(name)) continue;
      if (node.type === 'ParameterExpansion' && (node.index || node.prefix || node.operation)) continue;
      report({
        at: placeOf(entry),
        message: `'${name}' is an array, and '${node.text}' only its first element. Give an index, or '"\${${name}[@]}"' for all.`,
      });
    }
  },
});
