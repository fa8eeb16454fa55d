import { clashesIn } from '../../shell/clashes.ts';
import { quote } from '../../text/quote.ts';
import { shellRule } from '../shellRule.ts';

export const shellReadAndWrite = shellRule({
  id: 'shell-read-and-write',
  summary: 'A file is not read and written in the same pipeline.',
  why: 'The redirection empties the file before the other command has read it.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2094'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN sort «list» > «list»\n',
      good: 'FROM debian:12\nRUN sort -o list list\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Statement')) {
      const members = node.command.type === 'AndOr' ? node.command.commands : [node.command];
      for (const { redirected, others } of members.flatMap((member) => clashesIn(facts, member))) {
        for (const word of [redirected, ...others]) {
          report({
            at: { start: word.pos, end: word.end, frame },
            message: `${quote(word.text)} is redirected and named in the same pipeline; it may be emptied before it is read.`,
          });
        }
      }
    }
  },
});
