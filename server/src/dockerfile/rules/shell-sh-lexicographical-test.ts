import { quote } from '../../text/quote.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellShLexicographicalTest = shellRule({
  id: 'shell-sh-lexicographical-test',
  summary: 'Scripts for sh do not compare texts with < and > in a test.',
  why: 'POSIX does not define it; shells differ.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3012'],
  examples: [
    {
      bad: 'FROM scratch\nRUN [ "$HOME" «\\>» a ] && make\n',
      good: 'FROM scratch\nRUN expr "$HOME" \\> a && make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh')) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind !== '[') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || !/^[<>]=?$/.test(test.operator.text)) continue;
        const { start, end } = test.operator;
        report({
          at: placeAt(start, end, frame),
          message: `In POSIX ${quote(test.operator.text)} compares no texts in a test. Use 'expr' or 'sort'.`,
        });
      }
    }
  },
});
