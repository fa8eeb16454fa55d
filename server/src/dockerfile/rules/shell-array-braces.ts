import { placeOf, shellRule } from '../shellRule.ts';

export const shellArrayBraces = shellRule({
  id: 'shell-array-braces',
  summary: 'An array element is expanded with braces: ${array[0]}.',
  why: 'Without them $array is expanded alone, and the brackets are text or a wildcard.',
  severity: 'error',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC1087'],
  examples: [
    {
      bad: 'FROM fedora:41\nRUN names=(a b); echo "«$names»[1]"\n',
      good: 'FROM fedora:41\nRUN names=(a b); echo "${names[1]}"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('SimpleExpansion')) {
      const { node, frame } = entry;
      const next = (frame?.text ?? facts.text)[node.end];
      if (next !== '[' || !/^\$[A-Za-z_]/.test(node.text) || facts.place(entry).role === 'arithmetic') continue;
      report({
        at: placeOf(entry),
        message: `Write '\${${node.text.slice(1)}[…]}' for an element, or '\${${node.text.slice(1)}}' before a bracket that is text.`,
      });
    }
  },
});
