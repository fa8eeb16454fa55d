import type { Ast } from '../../shell/tree.ts';
import { quote } from '../../text/quote.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellArrayInString = shellRule({
  id: 'shell-array-in-string',
  summary: 'A list such as $@ is not part of a longer word.',
  why: 'The text before it is joined to the first element and the text behind it to the last one only, which is hardly meant.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2145'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN log() { logger "args: «$@»"; }; log a b\n',
      good: 'FROM debian:12\nRUN log() { logger "args: $*"; }; log a b\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.expansions) {
      const { node, parent } = entry;
      if (node.type === 'SimpleExpansion' ? node.text !== '$@' : !isPlainList(node)) continue;
      const { word, role, isOperand } = facts.place(entry);
      if (isOperand || word === undefined || role === 'assignment' || role === 'declaration' || role === 'test')
        continue;
      if (
        parent?.node.type === 'DoubleQuoted'
          ? parent.node.parts.length + (word.node.parts?.length ?? 1) === 2
          : word.node.parts?.length === 1
      )
        continue;
      const command = facts.commandOf(word);
      const joined = node.text.replace('@', '*');
      report({
        at: placeOf(entry),
        message: `${quote(node.text)} gives several words inside of one. Use '${joined}' to join them, or make it an argument of its own.`,
        // echo joins its arguments anyway.
        ...(command && facts.commandAt(command.node)?.name === 'echo' && { exactOnly: true }),
      });
    }
  },
});

function isPlainList({ prefix, parameter, index, operation }: Ast.ParameterExpansionPart): boolean {
  return prefix === undefined && operation === undefined && (parameter === '@' || index?.text === '@');
}
