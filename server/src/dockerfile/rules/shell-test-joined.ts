import { isOpenTest } from '../../shell/slips.ts';
import { shellRule } from '../shellRule.ts';

export const shellTestJoined = shellRule({
  id: 'shell-test-joined',
  summary: "'&&' and '||' stand between conditions in brackets, not in them.",
  why: '[ … ] is a command, which ends there.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2107', 'shellcheck/SC2109'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ -f config «&&» -f config.in ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -f config ] && [ -f config.in ]; then make; fi\n',
    },
  ],
  find(facts, report) {
    if (facts.named('[').length === 0) return;
    for (const { node, frame } of facts.all('AndOr')) {
      node.commands.forEach((command, index) => {
        const next = node.commands[index + 1];
        const operator = node.operators[index];
        if (next?.type !== 'Command' || operator === undefined || !isOpenTest(command)) return;
        if (next.args.at(-1)?.text !== ']') return;
        report({
          at: facts.operatorPlace(command.end, next.pos, operator, frame),
          message: `'${operator}' ends the command '['. Write '[ … ] ${operator} [ … ]'.`,
          fixes: () => [
            {
              title: 'Close and open the brackets',
              safe: true,
              edits: [
                { start: command.end, end: command.end, newText: ' ]' },
                { start: next.pos, end: next.pos, newText: '[ ', isBefore: true },
              ],
            },
          ],
        });
      });
    }
  },
});
