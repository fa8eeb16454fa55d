import { placeOf, shellRule } from '../shellRule.ts';

export const shellForCommas = shellRule({
  id: 'shell-for-commas',
  summary: 'Words of a for loop have blanks between them, not commas.',
  why: 'The comma becomes part of the word.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2258'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN for name in «a,» b; do make "$name"; done\n',
      good: 'FROM debian:12\nRUN for name in a b; do make "$name"; done\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('For')) {
      for (const word of node.wordlist ?? []) {
        if (!word.text.endsWith(',')) continue;
        report({
          at: placeOf({ node: word, frame }),
          message: 'The comma is part of the word. Remove it.',
          fixes: () => [
            { title: 'Remove the comma', safe: false, edits: [{ start: word.end - 1, end: word.end, newText: '' }] },
          ],
        });
      }
    }
  },
});
