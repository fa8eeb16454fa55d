import type { Operator } from '../../shell/conditions.ts';
import type { Ast } from '../../shell/tree.ts';
import { quote } from '../../text/quote.ts';
import { type ShellFix, shellRule } from '../shellRule.ts';

const comparisons = new Map([
  ['<', '-lt'],
  ['>', '-gt'],
  ['<=', '-le'],
  ['>=', '-ge'],
]);

export const shellTestNumber = shellRule({
  id: 'shell-test-number',
  summary: 'Numbers are compared with -lt, -gt and the like.',
  why: 'In [ ] an unescaped < or > is a redirection, and in [[ ]] it compares texts: 10 comes before 9.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2071', 'shellcheck/SC2073'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ "$(nproc)" «>» 4 ]; then make -j4; fi\n',
      good: 'FROM debian:12\nRUN if [ "$(nproc)" -gt 4 ]; then make -j4; fi\n',
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind !== 'binary') continue;
        const { operator, left, right } = test;
        if (!/^[<>]=?$/.test(operator.text)) continue;
        const isNumeric = isNumber(left) || isNumber(right);
        const isOrEqual = operator.text.endsWith('=');
        if (
          isNumeric ? isOrEqual && facts.dialect === 'sh' : kind === '[[' || isOrEqual || operator.raw.startsWith('\\')
        )
          continue;
        // POSIX has neither: shell-sh-lexicographical-test says so.
        if (!isNumeric && facts.dialect === 'sh') continue;
        report({
          at: { start: operator.start, end: operator.end, frame },
          message: isNumeric
            ? `${quote(operator.text)} compares texts. Use '${comparisons.get(operator.text) ?? '-lt'}' for numbers.`
            : `${quote(operator.text)} is a redirection here. Escape it to compare texts.`,
          fixes: () => (isNumeric ? [numeric(operator)] : []),
        });
      }
    }
  },
});

function isNumber(word: Ast.Word): boolean {
  return /^-?\d+$/.test(word.value);
}

function numeric({ text, start, end }: Operator): ShellFix {
  const comparison = comparisons.get(text) ?? '-lt';
  return { title: `Use '${comparison}'`, safe: false, edits: [{ start, end, newText: comparison }] };
}
