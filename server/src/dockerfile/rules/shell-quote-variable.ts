import type { Entry, ShellFacts, WordRole } from '../../shell/facts.ts';
import { unquotedExpansions } from '../../shell/splitting.ts';
import type { Ast } from '../../shell/tree.ts';
import { quote } from '../../text/quote.ts';
import { placeOf, shellRule, surround } from '../shellRule.ts';

export const shellQuoteVariable = shellRule({
  id: 'shell-quote-variable',
  summary: 'Variables that hold one word are quoted.',
  why: 'Without quotes the shell splits the value at blanks and expands wildcards in it, so that a path with a blank, or an empty value, becomes other arguments than meant.',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2086'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN for f in *.conf; do cat «$f»; done\n',
      good: 'FROM debian:12\nRUN for f in *.conf; do cat "$f"; done\n',
      unfixed: true,
    },
    {
      bad: 'FROM debian:12\nRUN mktemp > name && read -r file < name && [ -s «$file» ]\n',
      good: 'FROM debian:12\nRUN mktemp > name && read -r file < name && [ -s "$file" ]\n',
    },
    {
      bad: 'FROM debian:12\nRUN options=$(cat options); make «$options»\n',
      good: 'FROM debian:12\nRUN options=; if [ -f debug ]; then options=-d; fi; make $options\n',
      unfixed: true,
    },
    { bad: 'FROM debian:12\nARG packages\nRUN apt-get install $packages && rm «$leftover»\n' },
  ],
  find(facts, report) {
    for (const { entry, name, word, role } of unquotedExpansions(facts)) {
      const { node } = entry;
      if (facts.flow.isSafe(node) || facts.flow.isUnknown(node)) continue;
      report({
        at: placeOf(entry),
        message: `${quote(node.text)} is split at blanks and its wildcards are expanded. Quote it if it is one word.`,
        fixes: () => [
          {
            title: `Quote ${quote(node.text)}`,
            safe: isSurelyOneWord(facts, word, role),
            edits: surround(node, '"', '"'),
          },
        ],
        ...(facts.flow.isGiven(node) && { unless: name }),
      });
    }
  },
});

/** Splitting would be of no use there: a file name, an operand of a test, part of a longer word. */
function isSurelyOneWord(facts: ShellFacts, word: Entry<Ast.Word>, role: WordRole): boolean {
  if (role === 'redirect' || role === 'hereString') return true;
  const command = facts.commandOf(word);
  const name = command && facts.commandAt(command.node)?.name;
  if (name === '[' || name === 'test' || name === 'cd') return true;
  return word.node.parts?.some((part) => part.type === 'Literal' && part.value.includes('/')) === true;
}
