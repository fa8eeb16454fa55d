import type { Ast } from '../../shell/tree.ts';
import { type ShellFix, shellRule } from '../shellRule.ts';

export const shellUselessEcho = shellRule({
  id: 'shell-useless-echo',
  summary: 'A command that prints is run as it is, not inside of echo.',
  why: 'Capturing the output only to print it again loses trailing line breaks, and echo may change escape sequences in it.',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2005'],
  examples: [{ bad: 'FROM debian:12\nRUN echo «"$(node --version)"»\n', good: 'FROM debian:12\nRUN node --version\n' }],
  find(facts, report) {
    for (const { program, args, nameWord, wrappers, entry } of facts.named('echo')) {
      const [only, second] = args;
      if (only?.node?.type !== 'Word' || second !== undefined || program !== 'echo' || wrappers.length > 0) continue;
      const substitution = onlySubstitution(only.node);
      const [statement, more] = substitution?.script?.commands ?? [];
      if (substitution === undefined || statement === undefined || more !== undefined) continue;
      if (statement.command.type === 'Command' && statement.command.name === undefined && only.text.includes('<'))
        continue;
      report({
        at: { start: only.start, end: only.end, frame: entry.frame },
        message: "'echo' is not needed around a command that prints. Run the command itself.",
        fixes: () => (substitution.text.startsWith('$(') ? [unwrapped(nameWord.pos, only.end, substitution)] : []),
      });
    }
  },
});

/** The substitution that makes up the whole word, quoted or not. */
function onlySubstitution(word: Ast.Word): Ast.CommandExpansionPart | undefined {
  const [part, second] = word.parts ?? [];
  if (second !== undefined) return undefined;
  if (part?.type === 'CommandExpansion') return part;
  if (part?.type !== 'DoubleQuoted') return undefined;
  const [inner, more] = part.parts;
  return more === undefined && inner?.type === 'CommandExpansion' ? inner : undefined;
}

function unwrapped(start: number, end: number, substitution: Ast.CommandExpansionPart): ShellFix {
  const isSimple = substitution.script?.commands[0]?.command.type === 'Command';
  return {
    title: "Remove 'echo'",
    safe: isSimple,
    edits: [
      { start, end: substitution.pos + 2, newText: '' },
      { start: substitution.end - 1, end, newText: '' },
    ],
  };
}
