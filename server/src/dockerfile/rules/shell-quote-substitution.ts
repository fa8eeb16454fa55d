import type { ShellFacts } from '../../shell/facts.ts';
import { isSplitWord } from '../../shell/splitting.ts';
import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule, surround } from '../shellRule.ts';

export const shellQuoteSubstitution = shellRule({
  id: 'shell-quote-substitution',
  summary: 'Command substitutions that give one word are quoted.',
  why: 'Without quotes the shell splits the output at blanks and expands wildcards in it; a blank in a path becomes two arguments.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2046'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN cat header body > «$(date +%F)».txt\n',
      good: 'FROM debian:12\nRUN cat header body > "$(date +%F)".txt\n',
    },
    {
      bad: 'FROM debian:12\nRUN make CFLAGS="$(flags)" «`targets`»\n',
      good: 'FROM debian:12\nRUN make CFLAGS="$(flags)" "`targets`"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('CommandExpansion')) {
      const { node } = entry;
      if (givesWords(facts, node)) continue;
      const { word, role, isQuoted, isOperand } = facts.place(entry);
      if (isQuoted || isOperand || word === undefined || !isSplitWord(facts, word, role)) continue;
      report({
        at: placeOf(entry),
        message:
          'The output is split at blanks and its wildcards are expanded. Quote the substitution if it is one word.',
        fixes: () => [{ title: 'Quote the substitution', safe: role === 'redirect', edits: surround(node, '"', '"') }],
      });
    }
  },
});

/** True for programs that are run to get several words, and for nothing at all. */
function givesWords(facts: ShellFacts, { script }: Ast.CommandExpansionPart): boolean {
  const [statement, second] = script?.commands ?? [];
  if (statement === undefined) return true;
  if (second !== undefined || statement.command.type !== 'Command') return false;
  const name = facts.commandAt(statement.command)?.name;
  return name === 'seq' || name === 'pgrep';
}
