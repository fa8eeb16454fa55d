import type { Pattern } from '../../shell/patterns.ts';
import { covers, patternOf } from '../../shell/patterns.ts';
import type { Ast } from '../../shell/tree.ts';
import { quote } from '../../text/quote.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellCaseShadowed = shellRule({
  id: 'shell-case-shadowed',
  summary: 'No branch of a case is hidden by one before it.',
  why: 'The first pattern that matches decides, so that a later one with less in it never does.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2221', 'shellcheck/SC2222'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN case "$(uname -m)" in arm*) make arm;; «arm64») make arm64;; esac\n',
      good: 'FROM debian:12\nRUN case "$(uname -m)" in arm64) make arm64;; arm*) make arm;; esac\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Case')) {
      const branches = branchesOf(node);
      branches.forEach(({ pattern, word, isLeft }, index) => {
        if (!isLeft || index > MAXIMUM_BRANCHES) return;
        const hidden = branches
          .slice(index + 1, index + MAXIMUM_BRANCHES)
          .find((later) => covers(pattern, later.pattern));
        if (hidden === undefined) return;
        report({
          at: placeOf({ node: hidden.word, frame }),
          message: `${quote(word.text)} before it matches all of this. Put the narrower pattern first, or remove it.`,
        });
      });
    }
  },
});

/** Patterns that are compared with each other. */
const MAXIMUM_BRANCHES = 60;

interface Branch {
  readonly word: Ast.Word;
  readonly pattern: Pattern;
  /** Nothing else is looked at behind it. */
  readonly isLeft: boolean;
}

function branchesOf({ items }: Ast.Case): readonly Branch[] {
  return items.flatMap(({ pattern: words, terminator }) => {
    const isLeft = terminator === undefined || terminator === ';;';
    return words.flatMap((word) => {
      const pattern = patternOf(word);
      return pattern === undefined ? [] : [{ word, pattern, isLeft }];
    });
  });
}
