import type { Test } from '../../shell/conditions.ts';
import type { Ast } from '../../shell/tree.ts';
import { placeOf, type ShellFix, shellRule } from '../shellRule.ts';

export const shellShDoubleBracket = shellRule({
  id: 'shell-sh-double-bracket',
  summary: 'Scripts for sh test with [ … ], not with [[ … ]].',
  why: 'dash looks for a program of that name and fails.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC3010'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if «[[ "$(uname -m)" = x86_64 ]]»; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ "$(uname -m)" = x86_64 ]; then make; fi\n',
    },
    {
      bad: 'FROM debian:12\nRUN if «[[ "$(uname -r)" == 6.* ]]»; then make; fi\n',
      good: 'FROM debian:12\nRUN case "$(uname -r)" in 6.*) make;; esac\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { kind, entry, tests } of facts.conditions) {
      if (kind !== '[[' || entry.node.type !== 'TestCommand') continue;
      const { node } = entry;
      const isSimple = node.expression.type === 'TestUnary' || node.expression.type === 'TestBinary';
      report({
        at: placeOf(entry),
        message: "A POSIX shell has no '[[ … ]]'. Use '[ … ]', or 'case' for patterns.",
        fixes: () => (isSimple && tests.every(isPortable) ? [singleBracket(node)] : []),
      });
    }
  },
});

/** Means the same in single brackets: words that are not split, no patterns, no operators of bash. */
function isPortable(test: Test): boolean {
  if (test.kind === 'word') return isOneWord(test.word);
  if (test.kind === 'unary') return test.operator.raw !== '-v' && test.operator.raw !== '-a' && isOneWord(test.operand);
  return /^(?:=|!=|-\w\w)$/.test(test.operator.raw) && isOneWord(test.left) && isOneWord(test.right);
}

function isOneWord(word: Ast.Word): boolean {
  return (
    word.parts === undefined || word.parts.every((part) => /^(?:Literal|SingleQuoted|DoubleQuoted)$/.test(part.type))
  );
}

function singleBracket({ pos, end }: Ast.TestCommand): ShellFix {
  return {
    title: "Write '[ … ]'",
    safe: true,
    edits: [
      { start: pos, end: pos + 2, newText: '[' },
      { start: end - 2, end, newText: ']' },
    ],
  };
}
