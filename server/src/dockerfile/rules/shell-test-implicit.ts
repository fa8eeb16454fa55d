import { flatParts } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

const expansions = new Set(['SimpleExpansion', 'ParameterExpansion', 'CommandExpansion', 'ArithmeticExpansion']);

export const shellTestImplicit = shellRule({
  id: 'shell-test-implicit',
  summary: 'A test for text that is not empty says -n.',
  why: '[ "$x" ] is true for any text, "false" and "0" among them; -n says that this is what is asked.',
  severity: 'style',
  recommended: false,
  optional: true,
  fixable: true,
  same: ['shellcheck/SC2244', 'shellcheck/SC2243'],
  examples: [
    {
      bad: 'FROM debian:12\nARG DEBUG\nRUN if [ «"$DEBUG"» ]; then make; fi\n',
      good: 'FROM debian:12\nARG DEBUG\nRUN if [ -n "$DEBUG" ]; then make; fi\n',
    },
    { bad: 'FROM debian:12\nRUN if [ «$(ls)» ]; then make; fi\n' },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind !== 'word') continue;
        const parts = flatParts(test.word);
        if (parts.length === 0 || !parts.every(({ type }) => expansions.has(type))) continue;
        const { pos } = test.word;
        // '[ -n ]' is true.
        const isOneWord = kind === '[[' || test.word.text.startsWith('"');
        report({
          at: placeOf({ node: test.word, frame }),
          message: "Write '-n' before it, or '=' behind it, to say what is asked.",
          ...(isOneWord && {
            fixes: () => [
              { title: "Write '-n'", safe: true, edits: [{ start: pos, end: pos, newText: '-n ', isBefore: true }] },
            ],
          }),
        });
      }
    }
  },
});
