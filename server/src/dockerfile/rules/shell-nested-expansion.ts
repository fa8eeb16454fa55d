import { placeOf, shellRule } from '../shellRule.ts';

export const shellNestedExpansion = shellRule({
  id: 'shell-nested-expansion',
  summary: 'Braces of an expansion hold the name of a variable.',
  why: '${$name}, ${$(command)} and ${"text"} are errors: only ${!name} in bash takes the name from a variable.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2082', 'shellcheck/SC2297', 'shellcheck/SC2301'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN name=HOME; echo "«${$name}»"\n',
      good: 'FROM debian:12\nRUN name=HOME; eval "echo \\"\\$$name\\""\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('ParameterExpansion')) {
      if (!/^\$\{(?:\$[^}#%:/\-+=?]|["'`])/.test(node.text)) continue;
      report({
        at: placeOf({ node, frame }),
        message: "There must be a name in the braces. Use '${!name}' in bash, or 'eval'.",
      });
    }
  },
});
