import { quote } from '../../text/quote.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellShFileComparisonTest = shellRule({
  id: 'shell-sh-file-comparison-test',
  summary: 'Scripts for sh do not compare files with -nt, -ot and -ef.',
  why: 'POSIX 2017 does not define it, though most shells know it.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3013'],
  examples: [
    {
      bad: 'FROM scratch\nRUN [ a «-nt» b ] && make\n',
      good: 'FROM scratch\nRUN test -n "$(find a -newer b)" && make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh')) return;
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind !== '[') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || !/^-(?:nt|ot|ef)$/.test(test.operator.text)) continue;
        const { start, end, text } = test.operator;
        report({ at: placeAt(start, end, frame), message: `POSIX does not define ${quote(text)}. Use 'find -newer'.` });
      }
    }
  },
});
