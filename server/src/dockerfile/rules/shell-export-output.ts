import { declaringCommands, isDeclared, type ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { flatParts } from '../../shell/words.ts';
import { shellRule } from '../shellRule.ts';

export const shellExportOutput = shellRule({
  id: 'shell-export-output',
  summary: 'A variable is assigned and exported in two steps when its value is the output of a command.',
  why: 'The status of the command is lost: the shell only sees that export succeeded.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2155'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN export «REVISION»="$(git rev-parse HEAD)" && make\n',
      good: 'FROM debian:12\nRUN REVISION="$(git rev-parse HEAD)" && export REVISION && make\n',
    },
    {
      bad: 'FROM debian:12\nRUN export «VERSION»="$(cat version)" && make\n',
      good: 'FROM debian:12\nRUN export ARCH="$(dpkg --print-architecture)" && make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, parent, frame } of facts.all('Assignment')) {
      const { value, name } = node;
      const command = parent?.node.type === 'Command' ? facts.commandAt(parent.node) : undefined;
      if (
        command === undefined ||
        !declaringCommands.has(command.name) ||
        !isDeclared(node, command.node) ||
        value.type !== 'Word'
      )
        continue;
      const substitutions = flatParts(value).filter((part) => part.type === 'CommandExpansion');
      if (substitutions.length === 0) continue;
      const isOnlyOne = command.node.args.length === 1 && command.node.prefix.length === 0 && command.name === 'export';
      report({
        at: { start: node.pos, end: node.pos + name.length, frame },
        message: `When the command fails, '${command.name}' hides it. Assign '${name}' first.`,
        ...(substitutions.every((part) => cannotFail(facts, part)) && { exactOnly: true }),
        ...(isOnlyOne && {
          fixes: () => [
            {
              title: `Assign '${name}' first`,
              safe: true,
              edits: [
                { start: command.node.pos, end: node.pos, newText: '' },
                { start: node.end, end: node.end, newText: ` && export ${name}` },
              ],
            },
          ],
        }),
      });
    }
  },
});

/** Programs that only fail when they are missing, or the system is broken. */
const reliable = new Set([
  'arch', 'basename', 'date', 'dirname', 'dpkg-architecture', 'echo', 'hostname', 'id', 'mktemp', 'nproc', 'printf', 'pwd',
  'uname', 'whoami',
]); // biome-ignore format: one table

function cannotFail(facts: ShellFacts, { script }: Ast.CommandExpansionPart): boolean {
  const [only, ...others] = script?.commands ?? [];
  const command = others.length === 0 ? facts.simple(only?.command) : undefined;
  if (command === undefined) return false;
  return reliable.has(command.name) || command.args.some(({ text }) => /^--print-arch(?:itecture)?$/.test(text));
}
