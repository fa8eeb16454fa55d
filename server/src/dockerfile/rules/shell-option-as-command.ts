import { quote } from '../../text/quote.ts';
import { shellRule } from '../shellRule.ts';

export const shellOptionAsCommand = shellRule({
  id: 'shell-option-as-command',
  summary: 'A line that begins with an option is joined to the command before it.',
  why: 'The shell looks for a program of that name: a line break, or a && too many, cut the command in two.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2215'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN apt-get install -y curl && «--no-install-recommends»\n',
      good: 'FROM debian:12\nRUN apt-get install -y --no-install-recommends curl\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      if (!node.name?.text.startsWith('-') || node.prefix.some((part) => part.type === 'Assignment')) continue;
      // '[ -f a && -f b ]' has its own rule.
      if (node.args.at(-1)?.text === ']') continue;
      report({
        at: { start: node.name.pos, end: node.name.end, frame: entry.frame },
        message: `${quote(node.name.text)} is run as a command. Join it to the command it belongs to.`,
      });
    }
  },
});
