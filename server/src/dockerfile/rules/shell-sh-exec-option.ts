import { quote } from '../../text/quote.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellShExecOption = shellRule({
  id: 'shell-sh-exec-option',
  summary: 'Scripts for sh use exec without options.',
  why: 'dash looks for a program named like the option.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3038'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN exec «-a» server node server.js\n',
      good: 'FROM debian:12\nRUN exec node server.js\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const { node, entry } of facts.commands) {
      const [first] = node.args;
      if (node.name?.value !== 'exec' || first === undefined || !first.text.startsWith('-') || first.text === '-')
        continue;
      report({
        at: placeAt(first.pos, first.end, entry.frame),
        message: `'exec' has no options in a POSIX shell. Remove ${quote(first.text)}.`,
      });
    }
  },
});
