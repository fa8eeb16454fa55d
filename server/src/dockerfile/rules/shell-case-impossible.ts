import { mayMeet, patternOf } from '../../shell/patterns.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellCaseImpossible = shellRule({
  id: 'shell-case-impossible',
  summary: 'Every pattern of a case can match.',
  why: 'The fixed part of the text is not in the pattern, so that its branch never runs.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2195'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN case "v$(cat VERSION)" in «1.*») make old;; esac\n',
      good: 'FROM debian:12\nRUN case "v$(cat VERSION)" in v1.*) make old;; esac\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Case')) {
      const subject = patternOf(node.word, false);
      if (subject === undefined || subject.isFixed) continue;
      for (const word of node.items.flatMap(({ pattern }) => pattern)) {
        const pattern = patternOf(word);
        if (pattern === undefined || mayMeet(subject, pattern)) continue;
        report({ at: placeOf({ node: word, frame }), message: 'The text can never match this. Correct the pattern.' });
      }
    }
  },
});
