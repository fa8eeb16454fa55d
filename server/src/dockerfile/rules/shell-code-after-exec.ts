import type { Entry } from '../../shell/facts.ts';
import { shellRule } from '../shellRule.ts';

export const shellCodeAfterExec = shellRule({
  id: 'shell-code-after-exec',
  summary: 'Nothing stands behind exec.',
  why: 'exec replaces the shell, so what follows never runs.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2093'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «exec make»; make install\n',
      good: 'FROM debian:12\nRUN make; make install\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, parent, frame } of facts.lists) {
      const isLoop =
        LOOP.test(parent?.node.type ?? '') && !(parent?.node.type === 'While' && parent.node.clause === node);
      if (!isLoop && !isBody({ node, parent })) continue;
      node.commands.forEach(({ command }, index) => {
        const exec = command.type === 'Command' ? facts.commandAt(command) : undefined;
        if (exec?.node.name?.value !== 'exec' || exec.node.args.length === 0) return;
        const next = node.commands[index + 1];
        if (
          !isLoop &&
          (next === undefined || ['exit', 'echo', 'printf', 'return'].includes(facts.simple(next.command)?.name ?? ''))
        )
          return;
        report({
          at: { start: exec.node.pos, end: exec.node.end, frame },
          message: "'exec' replaces the shell: what follows does not run. Remove 'exec'.",
        });
      });
    }
  },
});

const LOOP = /^(?:For|While|Select|ArithmeticFor)$/;

/** The list of a script, a function or a branch; not that of a condition, a subshell or a pattern. */
function isBody({ node, parent }: Pick<Entry, 'node' | 'parent'>): boolean {
  switch (parent?.node.type) {
    case undefined:
    case 'BraceGroup':
      return true;
    case 'If':
    case 'Elif':
      return parent.node.clause !== node;
    default:
      return false;
  }
}
