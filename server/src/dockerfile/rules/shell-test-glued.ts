import type { Ast } from '../../shell/tree.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellTestGlued = shellRule({
  id: 'shell-test-glued',
  summary: 'There are blanks around the operators of a condition.',
  why: 'Glued together it is one word, which is never empty, so that the condition is always true.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2077', 'shellcheck/SC1108'],
  examples: [
    {
      bad: 'FROM debian:12\nARG DEBUG\nRUN if [ "$DEBUG"«=»1 ]; then make debug; fi\n',
      good: 'FROM debian:12\nARG DEBUG\nRUN if [ "$DEBUG" = 1 ]; then make debug; fi\n',
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame, entry } of facts.conditions) {
      if (kind === 'test') continue;
      const cut = entry.node.type === 'Command' ? beforeOperand(entry.node) : undefined;
      const operators = tests.map((test) => (test.kind === 'word' ? operatorIn(test.word, /==?|!=/) : undefined));
      for (const operator of cut ? [operatorIn(cut, /(?:==?|!=|-(?:eq|ne|lt|le|gt|ge))$/)] : operators) {
        if (operator === undefined) continue;
        const { start, end, text } = operator;
        const newText = cut ? ` ${text}` : ` ${text} `;
        report({
          at: placeAt(start, end, frame),
          message: `Put blanks around '${text}'.`,
          fixes: () => [{ title: 'Insert blanks', safe: false, edits: [{ start, end, newText }] }],
        });
      }
    }
  },
});

/** The first of two words, where the second can only be an operand. */
function beforeOperand({ args }: Ast.Command): Ast.Word | undefined {
  const [first, second, third] = args;
  if (first?.type !== 'Word' || second?.type !== 'Word' || third?.text !== ']') return undefined;
  return first.text === '!' || second.text.startsWith('-') ? undefined : first;
}

function operatorIn(word: Ast.Word, operator: RegExp): { start: number; end: number; text: string } | undefined {
  if (!/[$`]/.test(word.text)) return undefined;
  for (const part of word.parts ?? []) {
    const match = part.type === 'Literal' ? operator.exec(part.text) : null;
    if (match === null) continue;
    const start = part.pos + match.index;
    return { start, end: start + match[0].length, text: match[0] };
  }
  return undefined;
}
