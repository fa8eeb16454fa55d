import { substitutes, withoutInput } from '../../shell/programs.ts';
import { shellRule } from '../shellRule.ts';

export const shellPipeToNonReader = shellRule({
  id: 'shell-pipe-to-non-reader',
  summary: 'Only commands that read their input get it from a pipe.',
  why: 'Commands such as rm, echo or cp do not read it; perhaps xargs was meant.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2216'],
  examples: [
    { bad: 'FROM debian:12\nRUN cat list | «rm»\n', good: 'FROM debian:12\nRUN xargs rm < list\n', unfixed: true },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Pipeline')) {
      node.commands.forEach((member, index) => {
        const command = index === 0 ? undefined : facts.simple(member);
        if (command === undefined || !withoutInput.has(command.name) || command.args.some(substitutes)) return;
        report({
          at: { start: command.node.pos, end: command.node.end, frame },
          message: `'${command.name}' does not read its input. Use 'xargs ${command.name}', or give arguments.`,
        });
      });
    }
  },
});
