import type { Entry, ShellFacts } from '../../shell/facts.ts';
import { shellVariables } from '../../shell/knownVariables.ts';
import type { Ast } from '../../shell/tree.ts';
import type { Assigned, Place, Referenced } from '../../shell/variables.ts';
import { shellRule } from '../shellRule.ts';

export const shellSubshellVariable = shellRule({
  id: 'shell-subshell-variable',
  summary: 'A variable set in a pipe or in parentheses is used there.',
  why: 'Both are processes of their own: what they set is gone when they end.',
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2030', 'shellcheck/SC2031'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN last=; ls | while read -r name; do last=$name; done; echo "«$last»"\n',
      good: 'FROM debian:12\nRUN last=; for name in *; do last=$name; done; echo "$last"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    const shells = shellsOf(facts);
    if (shells.length === 0) return;
    const { assigned, referenced } = facts.variables;
    const events = [...assigned.filter(({ by }) => by !== 'command'), ...referenced].sort(
      (a, b) => offset(a) - offset(b),
    );
    const lost = new Map<string, Shell | undefined>();
    const open: Shell[] = [];
    let next = 0;
    for (const event of events) {
      const at = offset(event);
      for (let shell = shells[next]; shell !== undefined && shell.start <= at; shell = shells[++next]) open.push(shell);
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= at) open.pop();
      if (isAssigned(event)) {
        lost.set(event.name, open.at(-1));
        continue;
      }
      // 'export name' takes no value.
      if (event.node === undefined && event.isGuarded) continue;
      const shell = lost.get(event.name);
      if (shell === undefined || at < shell.end) continue;
      report({
        at: event,
        // A variable of the environment has its value outside as well.
        unless: event.name,
        ...(shellVariables.has(event.name) && { exactOnly: true }),
        message: `'${event.name}' was set in a subshell that has ended. Set it outside of pipes and parentheses.`,
      });
    }
  },
});

/** A part of the script that runs in a process of its own, by offsets into the script. */
interface Shell {
  readonly start: number;
  readonly end: number;
}

function isAssigned(event: Assigned | Referenced): event is Assigned {
  return 'by' in event;
}

function offset({ start, frame }: Place): number {
  return frame ? frame.at(start) : start;
}

/** In the order they begin, outer before inner. */
function shellsOf(facts: ShellFacts): readonly Shell[] {
  const shells: Shell[] = [];
  const add = ({ node, frame }: Pick<Entry<Ast.SyntaxNode>, 'node' | 'frame'>): void => {
    shells.push(frame ? { start: frame.at(node.pos), end: frame.at(node.end) } : { start: node.pos, end: node.end });
  };
  facts.all('Subshell').forEach(add);
  facts.all('CommandExpansion').forEach(add);
  for (const { node, frame } of facts.all('Pipeline')) {
    if (node.commands.length > 1) for (const member of node.commands) add({ node: member, frame });
  }
  return shells.sort((a, b) => a.start - b.start || b.end - a.end);
}
