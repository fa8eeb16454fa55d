import { flatParts, isList } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellEvalArray = shellRule({
  id: 'shell-eval-array',
  summary: 'Lists of words are not handed to eval.',
  why: 'eval joins its words with blanks and reads them again, so that the words fall apart; eval is hardly needed for a list.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2294'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN run() { eval "«$@»"; }; run make all\n',
      good: 'FROM debian:12\nRUN run() { "$@"; }; run make all\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('eval')) {
      for (const { node } of args) {
        if (node?.type !== 'Word') continue;
        for (const part of flatParts(node)) {
          if (!isList(part)) continue;
          report({
            at: placeOf({ node: part, frame: entry.frame }),
            message: "'eval' splits the words of the list again. Run them directly, or use '$*' for one text.",
          });
        }
      }
    }
  },
});
