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
      node.commands.forEach(({ command }, index) => {
        const exec = command.type === 'Command' ? facts.commandAt(command) : undefined;
        if (exec === undefined || exec.node.name?.value !== 'exec' || exec.node.args.length === 0) return;
        const next = node.commands[index + 1];
        const isLoop = /^(?:For|While|Select|ArithmeticFor)$/.test(parent?.node.type ?? '');
        if (
          next === undefined
            ? !isLoop
            : ['exit', 'echo', 'printf', 'return'].includes(facts.simple(next.command)?.name ?? '')
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
