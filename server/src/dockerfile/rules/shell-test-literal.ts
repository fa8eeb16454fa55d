import type { Ast } from '../../shell/tree.ts';
import { flatParts } from '../../shell/words.ts';
import { shellRule } from '../shellRule.ts';

export const shellTestLiteral = shellRule({
  id: 'shell-test-literal',
  summary: 'A test of text asks about something that can change.',
  why: 'A fixed text is never empty: a dollar sign is probably missing.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2157', 'shellcheck/SC2078'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ -n «VERSION» ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -n "$VERSION" ]; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        const word =
          test.kind === 'word'
            ? test.word
            : test.kind === 'unary' && /^-[nz]$/.test(test.operator.raw)
              ? test.operand
              : undefined;
        const at = word && fixedText(word, test.kind === 'word');
        if (at === undefined) continue;
        report({
          at: { ...at, frame },
          message:
            "This text is never empty, so the answer is always the same. Put a '$' before the name of a variable.",
        });
      }
    }
  },
});

/** Where a word has text that makes it not empty; for a word alone only when all of it is text. */
function fixedText(word: Ast.Word, isAlone: boolean): { start: number; end: number } | undefined {
  const parts = flatParts(word);
  // These have their own rule.
  if (isAlone && /^(?:0|1|true|false)$/.test(word.value)) return undefined;
  if (word.parts === undefined) {
    if (word.value === '') return undefined;
    return { start: word.pos, end: word.end };
  }
  const text = parts.find((part) => (part.type === 'Literal' || part.type === 'SingleQuoted') && part.value !== '');
  if (text === undefined) return undefined;
  if (isAlone)
    return parts.every((part) => part.type === 'Literal' || part.type === 'SingleQuoted')
      ? { start: word.pos, end: word.end }
      : undefined;
  return { start: text.pos, end: text.end };
}
