import type { Entry, ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { expandedName } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellStatusChanged = shellRule({
  id: 'shell-status-changed',
  summary: '$? is that of the command one means.',
  why: 'Every command changes it: behind a condition it is that of the condition, behind echo it is always 0.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2319', 'shellcheck/SC2320'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN make; [ -f app ] || exit «$?»\n',
      good: 'FROM debian:12\nRUN make && [ -f app ] || exit 1\n',
      unfixed: true,
    },
    {
      bad: 'FROM debian:12\nRUN make; echo done; exit «$?»\n',
      good: 'FROM debian:12\nRUN make; status=$?; echo done; exit "$status"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.expansions) {
      if (expandedName(entry.node) !== '?') continue;
      const before = commandBefore(entry);
      if (before === undefined) continue;
      const name = before.node.type === 'TestCommand' ? '[[' : nameOf(facts, before.node);
      const isTest = before.isBranch && /^(?:\[\[?|test)$/.test(name ?? '');
      if (!isTest && name !== 'echo') continue;
      report({
        at: placeOf(entry),
        message: isTest
          ? 'This is the status of the condition before it. Keep that of an earlier command in a variable.'
          : "This is the status of 'echo'. Keep that of an earlier command in a variable.",
      });
    }
  },
});

type Member = Ast.PipelineNode | Ast.AndOr;

interface Before {
  readonly node: Member;
  /** It decides whether the place is reached. */
  readonly isBranch: boolean;
}

function nameOf(facts: ShellFacts, node: Member): string | undefined {
  return node.type === 'Command' ? facts.commandAt(node)?.name : undefined;
}

/** The command that ran last when a place is reached, where that is sure. */
function commandBefore(entry: Entry): Before | undefined {
  let child = entry;
  for (let current = entry.parent; current !== undefined; child = current, current = current.parent) {
    const { node } = current;
    switch (node.type) {
      case 'AndOr': {
        const index = node.commands.findIndex(({ pos }) => pos >= child.node.pos);
        const before = node.commands[index - 1];
        // Where both operators stand before it, it may be the status of several commands.
        if (new Set(node.operators.slice(0, Math.max(0, index))).size > 1) return undefined;
        if (before !== undefined) return { node: before, isBranch: true };
        break;
      }
      case 'Pipeline':
        if (node.commands[0] !== child.node) return undefined;
        break;
      case 'Script':
      case 'CompoundList': {
        const before = node.commands.findLast(({ pos }) => pos < child.node.pos);
        if (before !== undefined)
          return before.background ? undefined : { node: lastOf(before.command), isBranch: false };
        break;
      }
      case 'Elif':
        if (node.clause !== child.node) return lastOfList(node.clause);
        break;
      case 'If': {
        if (node.clause === child.node) break;
        if (node.then === child.node) return lastOfList(node.clause);
        const before = node.elif.findLast(({ pos }) => pos < child.node.pos);
        return lastOfList(before?.clause ?? node.clause);
      }
      case 'While':
        return node.clause === child.node ? undefined : lastOfList(node.clause);
      case 'For':
      case 'Select':
      case 'CaseItem':
      case 'Function':
      case 'Subshell':
      case 'CommandExpansion':
        return undefined;
    }
  }
  return undefined;
}

function lastOfList({ commands }: Ast.CompoundList): Before | undefined {
  const last = commands.at(-1);
  return last && { node: last.command, isBranch: true };
}

function lastOf(command: Member): Member {
  if (command.type !== 'BraceGroup') return command;
  const last = command.body.commands.at(-1);
  return last === undefined ? command : lastOf(last.command);
}
