import type { Entry, ShellFacts, WordRole } from '../../shell/facts.ts';
import { isSplitWord } from '../../shell/splitting.ts';
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
    { bad: 'FROM debian:12\nARG packages\nRUN apt-get install $packages && rm «$leftover»\n' },
  ],
  find(facts, report) {
    for (const entry of facts.expansions) {
      const { node } = entry;
      const name = node.type === 'SimpleExpansion' ? node.text.slice(1) : node.parameter;
      if (name === '@' || !mayBeSplit(node)) continue;
      const { word, role, isQuoted, isOperand } = facts.place(entry);
      if (isQuoted || isOperand || word === undefined || !isSplit(facts, word, role, node)) continue;
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

/** False for what is always a number, or is replaced as a whole by what it says itself. */
function mayBeSplit(node: Ast.SimpleExpansionPart | Ast.ParameterExpansionPart): boolean {
  if (node.type === 'SimpleExpansion') return !/^\$[#?$!-]$/.test(node.text);
  if (node.prefix === '#' || /^[#?$!-]$/.test(node.parameter) || node.index?.text === '@') return false;
  return node.operation?.type !== 'Default' || !node.operation.operator.endsWith('+');
}

function isSplit(facts: ShellFacts, word: Entry<Ast.Word>, role: WordRole, node: Ast.WordPart): boolean {
  if (!isSplitWord(facts, word, role)) return false;
  // ': ${name:=word}' only sets a default.
  const isDefault = node.type === 'ParameterExpansion' && node.operation?.type === 'Default';
  const command = isDefault && node.operation.operator.endsWith('=') ? facts.commandOf(word) : undefined;
  return command === undefined || facts.commandAt(command.node)?.name !== ':';
}

/** Splitting would be of no use there: a file name, an operand of a test, part of a longer word. */
function isSurelyOneWord(facts: ShellFacts, word: Entry<Ast.Word>, role: WordRole): boolean {
  if (role === 'redirect' || role === 'hereString') return true;
  const command = facts.commandOf(word);
  const name = command && facts.commandAt(command.node)?.name;
  if (name === '[' || name === 'test' || name === 'cd') return true;
  return word.node.parts?.some((part) => part.type === 'Literal' && part.value.includes('/')) === true;
}
