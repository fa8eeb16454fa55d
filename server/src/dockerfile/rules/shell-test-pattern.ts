import { hasGlob } from '../../shell/words.ts';
import { shellRule } from '../shellRule.ts';

export const shellTestPattern = shellRule({
  id: 'shell-test-pattern',
  summary: '[ … ] compares texts, not patterns.',
  why: 'The shell replaces the wildcard by names of files before [ … ] sees it.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2081'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ "$(uname -m)" = «arm*» ]; then make arm; fi\n',
      good: 'FROM debian:12\nRUN case "$(uname -m)" in arm*) make arm;; esac\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('Glob').length === 0) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind !== '[') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || !/^(?:==?|!=)$/.test(test.operator.text)) continue;
        if (!hasGlob(test.right)) continue;
        report({
          at: { start: test.right.pos, end: test.right.end, frame },
          message: "'[ … ]' knows no patterns. Use 'case', or '[[ … ]]' in bash.",
        });
      }
    }
  },
});
