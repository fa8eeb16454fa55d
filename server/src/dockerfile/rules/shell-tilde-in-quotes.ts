import type { Ast } from '../../shell/tree.ts';
import { type ShellFix, shellRule } from '../shellRule.ts';

export const shellTildeInQuotes = shellRule({
  id: 'shell-tilde-in-quotes',
  summary: 'A tilde that stands for the home directory is not quoted.',
  why: 'The shell expands it only outside of quotes; quoted, it is a folder of that name.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2088'],
  examples: [{ bad: 'FROM debian:12\nRUN mkdir «"~/.config"»\n', good: 'FROM debian:12\nRUN mkdir "$HOME/.config"\n' }],
  find(facts, report) {
    for (const entry of facts.all('Word')) {
      const part = entry.node.parts?.[0];
      const text =
        part?.type === 'DoubleQuoted' ? literalStart(part) : part?.type === 'SingleQuoted' ? part.value : undefined;
      if (text === undefined || !text.startsWith('~/') || facts.role(entry) === 'pattern') continue;
      report({
        at: { start: part?.pos ?? entry.node.pos, end: part?.end ?? entry.node.end, frame: entry.frame },
        message: "'~' is not the home directory between quotes. Use '$HOME', or leave it out of the quotes.",
        fixes: () => (part?.type === 'DoubleQuoted' ? [homeFix(part.pos + 1)] : []),
      });
    }
  },
});

function literalStart(part: Ast.DoubleQuotedPart): string | undefined {
  const [first] = part.parts;
  return first?.type === 'Literal' ? first.value : undefined;
}

function homeFix(start: number): ShellFix {
  return { title: "Replace '~' by '$HOME'", safe: true, edits: [{ start, end: start + 1, newText: '$HOME' }] };
}
