import type { Ast } from '../../shell/tree.ts';
import { flatParts } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestTextAsNumber = shellRule({
  id: 'shell-test-text-as-number',
  summary: 'Texts are compared with =, not with -eq.',
  why: '[ … ] fails on a text, and [[ … ]] takes it for the name of a variable with a number.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2170', 'shellcheck/SC2309'],
  examples: [
    {
      bad: 'FROM debian:12\nARG DEBUG\nRUN if [ "$DEBUG" -eq «yes» ]; then make debug; fi\n',
      good: 'FROM debian:12\nARG DEBUG\nRUN if [ "$DEBUG" = yes ]; then make debug; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || !/^-(?:eq|ne|lt|le|gt|ge)$/.test(test.operator.text)) continue;
        for (const word of [test.left, test.right]) {
          if (!isText(word, kind === '[[')) continue;
          report({
            at: placeOf({ node: word, frame }),
            message: `'${test.operator.text}' compares numbers, and this is none. Use '=' or '!=' for texts, '$((…))' to calculate.`,
          });
        }
      }
    }
  },
});

/** Has a character in it that no number has. In `[[` only where nothing is expanded, as there is arithmetic. */
function isText(word: Ast.Word, isDouble: boolean): boolean {
  const text = literalText(word);
  if (isDouble) return text === word.value && /^[A-Za-z_]\w*$|\s/.test(text);
  return /[^\d.+\-\s]/.test(text);
}

/** What stands there as it is, between expansions and wildcards. */
function literalText(word: Ast.Word): string {
  if (word.parts === undefined) return word.value;
  return flatParts(word)
    .map((part) => (part.type === 'Literal' || part.type === 'SingleQuoted' ? part.value : ''))
    .join('');
}
