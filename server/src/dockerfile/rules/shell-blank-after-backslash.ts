import { placeAt, shellRule } from '../shellRule.ts';

export const shellBlankAfterBackslash = shellRule({
  id: 'shell-blank-after-backslash',
  summary: 'A backslash that joins lines is the last character of its line.',
  why: 'With a blank behind it, it escapes that blank, and the command ends there.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1101'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN <<EOF\nmake «\\ »\n  install\nEOF\n',
      good: 'FROM debian:12\nRUN <<EOF\nmake \\\n  install\nEOF\n',
    },
  ],
  find(facts, report) {
    if (!/\\ (?:[ \t]*\n|[ \t]*$)/.test(facts.text)) return;
    for (const { node, frame } of facts.all('Word')) {
      if (!node.text.endsWith('\\ ') || frame !== undefined) continue;
      const blanks = /^[ \t]*(?=\n|$)/.exec(facts.text.slice(node.end, node.end + 200))?.[0];
      if (blanks === undefined) continue;
      const start = node.end - 2;
      const end = node.end + blanks.length;
      report({
        at: placeAt(start, end),
        message: 'The blank behind the backslash keeps it from joining the lines. Remove it.',
        fixes: () => [{ title: 'Remove the blank', safe: false, edits: [{ start, end, newText: '\\' }] }],
      });
    }
  },
});
