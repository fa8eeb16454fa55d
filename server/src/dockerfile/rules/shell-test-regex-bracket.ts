import { shellRule } from '../shellRule.ts';

export const shellTestRegexBracket = shellRule({
  id: 'shell-test-regex-bracket',
  summary: '=~ is used in [[ … ]] only.',
  why: '[ … ] does not know it and fails.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2074'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN if [ "$(uname -r)" «=~» ^6 ]; then make; fi\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN if [[ $(uname -r) =~ ^6 ]]; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.isPosix) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind !== '[') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || test.operator.text !== '=~') continue;
        report({
          at: { start: test.operator.start, end: test.operator.end, frame },
          message: "'[ … ]' does not know '=~'. Use '[[ … ]]'.",
        });
      }
    }
  },
});
