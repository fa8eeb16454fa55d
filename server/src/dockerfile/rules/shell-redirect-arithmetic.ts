import { placeAt, shellRule } from '../shellRule.ts';

export const shellRedirectArithmetic = shellRule({
  id: 'shell-redirect-arithmetic',
  summary: 'A redirection changes no variable.',
  why: 'For programs the shell opens files in the child process, so that the change is lost.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2257'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN i=0; while make; do ls > log$((«i+=1»)); done\n',
      good: 'FROM debian:12\nRUN i=0; while make; do i=$((i + 1)); ls > log$i; done\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('ArithmeticExpansion').length === 0) return;
    for (const entry of facts.all('ArithmeticExpansion')) {
      const { role, word } = facts.place(entry);
      if (role !== 'redirect' && role !== 'hereString') continue;
      if (word?.parent?.parent?.node.type !== 'Command') continue;
      const { expression } = entry.node;
      const isStep = expression?.type === 'ArithmeticUnary' && /^(?:\+\+|--)$/.test(expression.operator);
      const isSet = expression?.type === 'ArithmeticBinary' && /^(?:[-+*/%&|^]|<<|>>)?=$/.test(expression.operator);
      if (expression === undefined || !(isStep || isSet)) continue;
      report({
        at: placeAt(expression.pos, expression.end, entry.frame),
        message: 'This change may be lost. Calculate before the command.',
      });
    }
  },
});
