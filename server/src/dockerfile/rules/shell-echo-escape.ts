import type { Ast } from '../../shell/tree.ts';
import { shellRule } from '../shellRule.ts';

export const shellEchoEscape = shellRule({
  id: 'shell-echo-escape',
  summary: 'Escape sequences are printed with printf.',
  why: 'Whether echo turns \\n into a line break depends on the shell; many print it as it is.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2028'],
  examples: [
    {
      bad: 'FROM fedora:41\nRUN echo «"key=value\\nother=value"» > settings\n',
      good: 'FROM fedora:41\nRUN printf "key=value\\nother=value\\n" > settings\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.dialect === 'dash' || facts.dialect === 'ash') return;
    for (const command of facts.named('echo')) {
      if (command.args.some((word) => /^-[A-Za-z]*e[A-Za-z]*$/.test(word.text))) continue;
      for (const { node } of command.args) {
        if (node?.type !== 'Word' || !hasEscape(node)) continue;
        report({
          at: { start: node.pos, end: node.end, frame: command.entry.frame },
          message: "'echo' may print this escape sequence as it is. Use 'printf'.",
        });
      }
    }
  },
});

const ESCAPE = /\\[0-7abefnrtvx']/;

function hasEscape(word: Ast.Word): boolean {
  if (!word.text.includes('\\')) return false;
  const parts = word.parts ?? [];
  if (parts.length === 0) return ESCAPE.test(word.value);
  return parts.some((part) => {
    switch (part.type) {
      case 'SingleQuoted':
      case 'Literal':
        return ESCAPE.test(part.value);
      case 'DoubleQuoted':
        return part.parts.some((inner) => inner.type === 'Literal' && ESCAPE.test(inner.value));
      default:
        return false;
    }
  });
}
