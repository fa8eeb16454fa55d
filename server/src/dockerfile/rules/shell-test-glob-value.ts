import { hasGlob } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestGlobValue = shellRule({
  id: 'shell-test-glob-value',
  summary: 'Values in conditions are no wildcards.',
  why: '[ … ] gets the names of all files that match, or the wildcard itself when none does.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2202', 'shellcheck/SC2203', 'shellcheck/SC2255'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ «*.c» = main.c ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -f main.c ]; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('Glob').length === 0) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind === 'unary') continue;
        const isNumeric = test.kind === 'binary' && /^-(?:eq|ne|lt|le|gt|ge)$/.test(test.operator.text);
        if (isNumeric && kind === '[[') continue;
        const words = test.kind === 'word' ? [test.word] : isNumeric ? [test.left, test.right] : [test.left];
        for (const word of words) {
          if (!hasGlob(word)) continue;
          report({
            at: placeOf({ node: word, frame }),
            message: isNumeric
              ? "'*' is a wildcard here. Use '$((…))' to calculate."
              : 'This is a wildcard. Loop over the files, or quote it.',
          });
        }
      }
    }
  },
});
