import type { Ast } from '../../shell/tree.ts';
import { isList } from '../../shell/words.ts';
import { shellRule } from '../shellRule.ts';

export const shellLoopOnce = shellRule({
  id: 'shell-loop-once',
  summary: 'The list of a for loop has several words.',
  why: 'A list of one word, such as a quoted variable or text with commas, runs the loop once.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2043', 'shellcheck/SC2066', 'shellcheck/SC2041', 'shellcheck/SC2042'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN for name in «a,b,c»; do touch "$name"; done\n',
      good: 'FROM debian:12\nRUN for name in a b c; do touch "$name"; done\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('For')) {
      const [only, second] = node.wordlist ?? [];
      if (only === undefined || second !== undefined || !isOneWord(only)) continue;
      report({
        at: { start: only.pos, end: only.end, frame },
        message:
          'The list is one word, so the loop runs once. Separate the words with blanks, and do not quote what gives several.',
      });
    }
  },
});

function isOneWord(word: Ast.Word): boolean {
  return (word.parts ?? []).every((part) => {
    switch (part.type) {
      case 'Literal':
      case 'SingleQuoted':
      case 'AnsiCQuoted':
      case 'ArithmeticExpansion':
        return true;
      case 'DoubleQuoted':
        return !part.parts.some((inner) => isList(inner) || isIndirect(inner));
      default:
        return false;
    }
  });
}

function isIndirect(part: Ast.WordPart): boolean {
  return part.type === 'ParameterExpansion' && part.prefix === '!';
}
