import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestDecimal = shellRule({
  id: 'shell-test-decimal',
  summary: 'Only whole numbers are compared with -lt, -gt and their like.',
  why: 'The shell knows no decimals and fails.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2072'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ "$(cat VERSION)" -gt «1.5» ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if dpkg --compare-versions "$(cat VERSION)" gt 1.5; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || !isNumeric(test.operator.text, kind === '[[')) continue;
        for (const word of [test.left, test.right].filter(isDecimal)) {
          report({
            at: placeOf({ node: word, frame }),
            message: "The shell only compares whole numbers. Use 'bc' or 'awk', or compare versions with 'sort -V'.",
          });
        }
      }
    }
  },
});

function isNumeric(operator: string, isDouble: boolean): boolean {
  return /^-(?:eq|ne|lt|le|gt|ge)$/.test(operator) || (isDouble && /^[<>]$/.test(operator));
}

function isDecimal({ value, text }: Ast.Word): boolean {
  return /^-?\d+\.\d+$/.test(value) && !/[$`]/.test(text);
}
