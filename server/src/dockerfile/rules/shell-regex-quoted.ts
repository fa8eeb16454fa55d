import { shellRule } from '../shellRule.ts';

export const shellRegexQuoted = shellRule({
  id: 'shell-regex-quoted',
  summary: 'The right side of =~ is not quoted.',
  why: 'Quoted, it is compared as text and not as a regular expression.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2076'],
  examples: [
    {
      bad: 'FROM fedora:41\nRUN if [[ $(uname -r) =~ «"^[0-9]+"» ]]; then make; fi\n',
      good: 'FROM fedora:41\nRUN if [[ $(uname -r) =~ ^[0-9]+ ]]; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind !== '[[') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || test.operator.text !== '=~') continue;
        const [only, second] = test.right.parts ?? [];
        if (second !== undefined || (only?.type !== 'DoubleQuoted' && only?.type !== 'SingleQuoted')) continue;
        if (only.type === 'SingleQuoted' || only.parts.every((part) => part.type === 'Literal')) {
          if (!/[[\]*.+()|]/.test(test.right.value)) continue;
        }
        report({
          at: { start: test.right.pos, end: test.right.end, frame },
          message: 'Quoted, it is plain text. Remove the quotes for a regular expression.',
        });
      }
    }
  },
});
