import { placeOf, shellRule } from '../shellRule.ts';

export const shellRegexGlob = shellRule({
  id: 'shell-regex-glob',
  summary: '=~ gets a regular expression, not a wildcard.',
  why: "A '*' at the beginning repeats nothing; any text is '.*' in a regular expression.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2049'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN if [[ $(uname -r) =~ «*-generic» ]]; then make; fi\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN if [[ $(uname -r) == *-generic ]]; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('TestBinary')) {
      if (node.operator !== '=~' || !/^\*|^[^\\.]\*$/.test(node.right.text)) continue;
      report({
        at: placeOf({ node: node.right, frame }),
        message: "This is a wildcard. Use '==', or '.*' for any text.",
      });
    }
  },
});
