import { mayMeet, patternOf } from '../../shell/patterns.ts';
import type { Ast } from '../../shell/tree.ts';
import { flatParts } from '../../shell/words.ts';
import { shellRule } from '../shellRule.ts';

export const shellTestImpossible = shellRule({
  id: 'shell-test-impossible',
  summary: 'The sides of a comparison can be equal.',
  why: 'The fixed parts of the two differ, so that the result is always the same.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2193'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ "$(uname -m) " «=» arm64 ]; then make arm; fi\n',
      good: 'FROM debian:12\nRUN if [ "$(uname -m)" = arm64 ]; then make arm; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || !/^(?:==?|!=)$/.test(test.operator.text)) continue;
        const left = patternOf(test.left);
        const right = patternOf(test.right);
        if (left === undefined || right === undefined || mayMeet(left, right)) continue;
        if (isConstant(test.left) && isConstant(test.right)) continue;
        report({
          at: { start: test.operator.start, end: test.operator.end, frame },
          message: 'The two sides are never equal. Check their fixed parts.',
        });
      }
    }
  },
});

/** Has its own rule. */
function isConstant(word: Ast.Word): boolean {
  return flatParts(word).every(({ type }) => type === 'Literal' || type === 'SingleQuoted');
}
