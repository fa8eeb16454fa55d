import { patternOf } from '../../shell/patterns.ts';
import { hasGlob } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellCaseConstant = shellRule({
  id: 'shell-case-constant',
  summary: 'A case depends on something.',
  why: 'The text never changes: a dollar sign is probably missing.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2194'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN case «TARGETARCH» in arm64) make arm;; esac\n',
      good: 'FROM debian:12\nARG TARGETARCH\nRUN case "$TARGETARCH" in arm64) make arm;; esac\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Case')) {
      if (patternOf(node.word)?.isFixed !== true || hasGlob(node.word)) continue;
      report({
        at: placeOf({ node: node.word, frame }),
        message: "This is fixed text. Put a '$' before the name of a variable.",
      });
    }
  },
});
