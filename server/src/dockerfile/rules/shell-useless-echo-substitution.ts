import type { Ast } from '../../shell/tree.ts';
import { flatParts } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellUselessEchoSubstitution = shellRule({
  id: 'shell-useless-echo-substitution',
  summary: 'Text is used as it is, not through a substitution of echo.',
  why: 'A substitution of echo starts a subshell to print what is there already.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2116'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN target=«$(echo "$HOME/bin")» && mkdir "$target"\n',
      good: 'FROM debian:12\nRUN target="$HOME/bin" && mkdir "$target"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('CommandExpansion')) {
      const [statement, second] = entry.node.script?.commands ?? [];
      if (second !== undefined || statement?.command.type !== 'Command' || statement.background) continue;
      const command = facts.commandAt(statement.command);
      if (command?.program !== 'echo' || command.args.length === 0) continue;
      // 'echo $(…)' is what shell-useless-echo is about.
      if (command.args.length === 1 && isSubstitution(command.args[0]?.node)) continue;
      if (
        command.args.some(
          ({ node, text }) => text.startsWith('-') || node?.type !== 'Word' || node.parts?.some(isExpanded),
        )
      )
        continue;
      report({
        at: placeOf(entry),
        message: "'echo' is not needed here. Use its arguments as they are, quoted.",
      });
    }
  },
});

/** echo is one way to expand wildcards. */
function isExpanded({ type }: Ast.WordPart): boolean {
  return type === 'Glob' || type === 'BraceExpansion' || type === 'ExtendedGlob';
}

function isSubstitution(word: Ast.Word | Ast.Assignment | undefined): boolean {
  if (word?.type !== 'Word' || word.parts?.length !== 1) return false;
  const [part] = flatParts(word);
  return part?.type === 'CommandExpansion' && flatParts(word).length === 1;
}
