import { grepPattern } from '../../shell/programs.ts';
import { quote } from '../../text/quote.ts';
import { shellRule } from '../shellRule.ts';

export const shellGrepRegex = shellRule({
  id: 'shell-grep-regex',
  summary: 'Patterns for grep are regular expressions, not wildcards.',
  why: 'An asterisk at the beginning is a literal one; at the end it repeats the character before it.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2063'],
  examples: [
    {
      bad: "FROM debian:12\nRUN grep «'*.conf'» list\n",
      good: "FROM debian:12\nRUN grep '\\.conf$' list\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const command of facts.named('grep')) {
      if (
        command.args.some(({ text }) => /^-[a-zA-Z]*[Fo]|^--(?:fixed-strings|only-matching|include|exclude)/.test(text))
      )
        continue;
      const pattern = grepPattern(command);
      if (pattern === undefined || !isWildcard(pattern.text)) continue;
      report({
        at: { start: pattern.start, end: pattern.end, frame: command.entry.frame },
        message: `${quote(pattern.text)} is a regular expression. Write '.*' for any text, or '-F' for a fixed one.`,
      });
    }
  },
});

/** Begins with an asterisk, or is a letter and one, which matches everything. */
function isWildcard(text: string): boolean {
  return text.startsWith('*') || /^[^\\.*^$[\]]\*$/.test(text);
}
