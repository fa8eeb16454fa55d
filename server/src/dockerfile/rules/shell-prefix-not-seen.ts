import type { Ast } from '../../shell/tree.ts';
import { expandedName, flatParts } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellPrefixNotSeen = shellRule({
  id: 'shell-prefix-not-seen',
  summary: 'A variable set in front of a command is not expanded in the same command.',
  why: 'The program gets the new value in its environment, but the shell expands its arguments with the old one.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2097', 'shellcheck/SC2098'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN PREFIX=/opt ./configure "--prefix=«$PREFIX»"\n',
      good: 'FROM debian:12\nRUN PREFIX=/opt && ./configure "--prefix=$PREFIX"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Assignment')) {
      const command = facts.entryOf(node)?.parent?.node;
      if (command?.type !== 'Command' || command.name === undefined || node.pos > command.name.pos) continue;
      const behind = command.prefix.filter((part) => part.type === 'Assignment' && part.pos > node.pos);
      for (const part of [...behind, command.name, ...command.args].flatMap(partsOf)) {
        if (expandedName(part) !== node.name) continue;
        report({
          at: placeOf({ node: part, frame }),
          message: `'$${node.name}' is the old value here. Set '${node.name}' in a command before this one.`,
        });
      }
    }
  },
});

function partsOf(word: Ast.Word | Ast.Assignment | Ast.Redirection): readonly Ast.WordPart[] {
  if (word.type === 'Word') return flatParts(word);
  return word.type === 'Assignment' && word.value.type === 'Word' ? flatParts(word.value) : [];
}
