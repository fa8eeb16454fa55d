import type { ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { shellRule } from '../shellRule.ts';

export const shellAndOr = shellRule({
  id: 'shell-and-or',
  summary: 'A decision between two commands is written with if.',
  why: 'In "a && b || c", c also runs when a succeeds and b fails.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2015'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN test -f config «&&» make || ./configure\n',
      good: 'FROM debian:12\nRUN if test -f config; then make; else ./configure; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('AndOr')) {
      const { commands, operators } = entry.node;
      const last = operators.length - 1;
      if (last < 1 || operators[last] !== '||' || operators[last - 1] !== '&&') continue;
      if (isHarmless(facts, commands.at(-1)) || facts.isChecked(entry)) continue;
      const before = commands[last - 1];
      const after = commands[last];
      if (before === undefined || after === undefined) continue;
      report({
        at: facts.operatorPlace(before.end, after.pos, '&&', entry.frame),
        message: "The command behind '||' also runs when the one before it fails. Use 'if … then … else … fi'.",
      });
    }
  },
});

/** Made to be run when anything before fails. */
function isHarmless(facts: ShellFacts, node: Ast.PipelineNode | undefined): boolean {
  if (node?.type === 'Pipeline' && node.prefixes.length > 0) return true;
  const name = facts.simple(node)?.name;
  if (name !== undefined) return ['echo', 'printf', 'exit', 'return'].includes(name);
  return node?.type === 'Command' && node.name === undefined && node.prefix.some((part) => part.type === 'Assignment');
}
