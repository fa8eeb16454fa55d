import { declaringCommands, type Entry, type ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

/** Commands that hardly fail, or that other rules speak of. */
const harmless = new Set([
  'echo', 'printf', '[', 'basename', 'dirname', 'local', 'set', 'shopt', 'export', 'declare', 'typeset', 'readonly',
]); // biome-ignore format: one table

export const shellMaskedStatus = shellRule({
  id: 'shell-masked-status',
  summary: 'The status of every command is looked at.',
  why: 'That of a command in an argument or in front of a pipe is lost, so that the script goes on with half of its output.',
  severity: 'info',
  recommended: false,
  optional: true,
  fixable: false,
  same: ['shellcheck/SC2312'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo "$(«git» rev-parse HEAD)" > revision\n',
      good: 'FROM debian:12\nRUN revision=$(git rev-parse HEAD) && echo "$revision" > revision\n',
      unfixed: true,
    },
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN «cat» list | sort > sorted\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN cat list | sort > sorted\n',
      unfixed: true,
    },
    { bad: 'FROM debian:12\nRUN echo "$(«a»)" "$(b || true)"\n' },
  ],
  find(facts, report) {
    for (const { name, nameWord, entry } of facts.commands) {
      if (harmless.has(name) || !isMasked(facts, entry)) continue;
      report({
        at: placeOf({ node: nameWord, frame: entry.frame }),
        message: "Its status is lost. Run it in a command of its own, or add '|| true' when it does not matter.",
      });
    }
  },
});

function isMasked(facts: ShellFacts, command: Entry): boolean {
  let isMaskedHere = false;
  let child = command;
  for (let current = command.parent; current !== undefined; child = current, current = current.parent) {
    const { node } = current;
    if (node.type === 'AndOr' && isForgiven(node, child.node)) return false;
    if (isMaskedHere) continue;
    switch (node.type) {
      case 'Pipeline':
        isMaskedHere = node.commands.at(-1) !== child.node && !facts.isPosix && !facts.seesPipes;
        break;
      case 'ProcessSubstitution':
        isMaskedHere = true;
        break;
      case 'CommandExpansion':
        if (!hidesStatus(facts, current)) return false;
        isMaskedHere = true;
        break;
      case 'Function':
        return false;
    }
  }
  return isMaskedHere;
}

/** '|| true' or '|| :' follows, or is what this is. */
function isForgiven({ commands, operators }: Ast.AndOr, member: Ast.SyntaxNode): boolean {
  const members: readonly Ast.SyntaxNode[] = commands;
  const index = members.indexOf(member);
  const isNothing = (other: Ast.SyntaxNode | undefined): boolean =>
    other?.type === 'Command' && /^(?:true|:)$/.test(other.name?.text ?? '');
  return (
    (operators[index] === '||' && isNothing(commands[index + 1])) ||
    (operators[index - 1] === '||' && isNothing(member))
  );
}

/** The command that the substitution is part of has a status of its own. */
function hidesStatus(facts: ShellFacts, substitution: Entry): boolean {
  const { word, role } = facts.place(substitution);
  const own = word && facts.role(word);
  switch (role === 'arithmetic' && own === 'assignment' ? own : role) {
    case 'argument': {
      const command = facts.commandOf(substitution)?.node.name?.text ?? '';
      return !declaringCommands.has(command);
    }
    case 'test':
    case 'hereString':
    case 'heredoc':
    case 'arithmetic':
      return true;
    case 'assignment': {
      const command = facts.commandOf(substitution)?.node;
      if (command === undefined || command.name !== undefined) return command !== undefined;
      // The status of an assignment is that of its last substitution.
      return facts
        .all('CommandExpansion')
        .some(
          ({ node, frame }) =>
            frame === substitution.frame && node.pos >= substitution.node.end && node.end <= command.end,
        );
    }
    default:
      return false;
  }
}
