import { placeAt, placeOf, shellRule } from '../shellRule.ts';

const elementOfElement = /^[A-Za-z_]\w*\[[^\][]*\]\[[^\][]*\](?=\+?=)/;

export const shellNestedArray = shellRule({
  id: 'shell-nested-array',
  summary: 'Arrays have one index.',
  why: 'No shell has arrays of arrays: the second index is taken for text, or the script fails.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2180'],
  examples: [
    {
      bad: 'FROM fedora:41\nRUN a=(1 2); echo "«${a[0][1]}»"\n',
      good: 'FROM fedora:41\nRUN declare -A a; a[0,1]=x; echo "${a[0,1]}"\n',
      unfixed: true,
    },
    { bad: 'FROM fedora:41\nRUN «a[0][1]»=x; echo "${a[0]}"\n' },
  ],
  find(facts, report) {
    if (facts.isPosix) return;
    for (const entry of facts.all('ParameterExpansion')) {
      const { index, operation } = entry.node;
      if (index === undefined || operation?.type !== 'Unknown' || !operation.operator.startsWith('[')) continue;
      report({ at: placeOf(entry), message: 'There are no arrays of arrays. Use one index, such as [0,1].' });
    }
    if (!facts.text.includes('][')) return;
    for (const entry of facts.all('Word')) {
      const { node, frame } = entry;
      const assigned = elementOfElement.exec(node.text)?.[0];
      const role = facts.role(entry);
      if (assigned === undefined || (role !== 'name' && role !== 'argument')) continue;
      report({
        at: placeAt(node.pos, node.pos + assigned.length, frame),
        message: 'There are no arrays of arrays. Use one index, such as [0,1].',
      });
    }
  },
});
