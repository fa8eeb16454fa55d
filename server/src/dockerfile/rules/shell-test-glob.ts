import { hasGlob } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestGlob = shellRule({
  id: 'shell-test-glob',
  summary: 'Tests of files name one file.',
  why: '-f and its like fail when a wildcard matches two files or more, and [[ … ]] does not expand it.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2144'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ -f «*.conf» ]; then make; fi\n',
      good: 'FROM debian:12\nRUN for file in *.conf; do if [ -f "$file" ]; then make; break; fi; done\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('Glob').length === 0) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind !== 'unary' || !hasGlob(test.operand)) continue;
        report({
          at: placeOf({ node: test.operand, frame }),
          message: `'${test.operator.text}' does not work with wildcards. Loop over the files.`,
        });
      }
    }
  },
});
