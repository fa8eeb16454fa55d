import { declaringCommands } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { expandedName, flatParts } from '../../shell/words.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellDeclarationOrder = shellRule({
  id: 'shell-declaration-order',
  summary: 'A variable is used behind the command that declares it.',
  why: 'The shell expands all words of a command before it runs, so that the old value is used.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2318'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN export «PREFIX»=/opt BIN="$PREFIX/bin" && make\n',
      good: 'FROM debian:12\nRUN export PREFIX=/opt && export BIN="$PREFIX/bin" && make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.named(...declaringCommands)) {
      node.args.forEach((word, index) => {
        if (word.type !== 'Assignment' || !node.args.slice(index + 1).some((later) => mentions(later, word.name)))
          return;
        report({
          at: placeAt(word.pos, word.pos + word.name.length, entry.frame),
          message: `'$${word.name}' in the same command is the old value. Use two commands.`,
        });
      });
    }
  },
});

function mentions(word: Ast.Word | Ast.Assignment, name: string): boolean {
  if (word.type === 'Word') return flatParts(word).some((part) => expandedName(part) === name);
  const { value } = word;
  return value.type === 'Word' ? mentions(value, name) : value.elements.some((element) => mentions(element, name));
}
