import { slipIn } from '../../shell/slips.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellFunctionParameters = shellRule({
  id: 'shell-function-parameters',
  summary: 'Functions are declared without parameters.',
  why: 'The parentheses of a shell function are always empty; arguments are $1, $2 and so on.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1065'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN build«(target)» { make "$1"; }; build all\n',
      good: 'FROM debian:12\nRUN build() { make "$1"; }; build all\n',
    },
  ],
  find(facts, report) {
    const slip = slipIn(facts);
    if (slip?.kind !== 'function-parameters') return;
    report({
      at: placeAt(slip.start, slip.end),
      message: "A shell function declares no parameters. Leave '()' empty and use '$1', '$2'.",
      fixes: () => [{ title: "Write '()'", safe: false, edits: [{ start: slip.start, end: slip.end, newText: '()' }] }],
    });
  },
});
