import type { Ast } from '../../shell/tree.ts';
import { shellRule } from '../shellRule.ts';

export const shellUselessCat = shellRule({
  id: 'shell-useless-cat',
  summary: 'A single file is given to a command directly, not through cat.',
  why: 'cat starts a process and a pipe only to hand over what the next command could open itself.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2002'],
  examples: [
    { bad: 'FROM debian:12\nRUN cat «list» | sort\n', good: 'FROM debian:12\nRUN sort < list\n', unfixed: true },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Pipeline')) {
      const [first] = node.commands;
      if (node.commands.length < 2 || first?.type !== 'Command') continue;
      const command = facts.commandAt(first);
      if (command?.name !== 'cat' || command.wrappers.length > 0) continue;
      const [file, second] = command.args;
      if (file === undefined || second !== undefined || !isOneFile(file.node)) continue;
      report({
        at: { start: file.start, end: file.end, frame },
        message: "'cat' is not needed for a single file. Let the next command read it, or use '<'.",
      });
    }
  },
});

/** One file, whose name is not an option and not the standard input. */
function isOneFile(word: Ast.Word | Ast.Assignment | undefined): boolean {
  if (word?.type !== 'Word' || word.text.startsWith('-')) return false;
  return !word.parts?.some((part) => {
    switch (part.type) {
      case 'SimpleExpansion':
      case 'ParameterExpansion':
      case 'Glob':
      case 'BraceExpansion':
      case 'ExtendedGlob':
        return true;
      case 'DoubleQuoted':
        return part.parts.some((inner) => inner.text === '$@' || inner.text.endsWith('[@]}'));
      default:
        return false;
    }
  });
}
