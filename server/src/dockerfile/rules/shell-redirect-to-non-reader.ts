import { substitutes, withoutInput } from '../../shell/programs.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellRedirectToNonReader = shellRule({
  id: 'shell-redirect-to-non-reader',
  summary: 'Only commands that read their input get it from a file.',
  why: 'Commands such as rm, echo or cp do not read it; cat or xargs was probably meant.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2217'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «echo < /etc/os-release»\n',
      good: 'FROM debian:12\nRUN cat /etc/os-release\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const type of ['Redirect', 'HereDoc', 'HereString'] as const) {
      for (const { node, parent } of facts.all(type)) {
        if (!node.operator.startsWith('<') || node.operator === '<&' || parent?.node.type !== 'Command') continue;
        const command = facts.commandAt(parent.node);
        if (command === undefined || !withoutInput.has(command.name) || command.args.some(substitutes)) continue;
        report({
          at: placeOf(command.entry),
          message: `'${command.name}' does not read its input. Use 'cat', 'xargs ${command.name}', or give arguments.`,
        });
      }
    }
  },
});
