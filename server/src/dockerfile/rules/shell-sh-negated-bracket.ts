import { placeOf, shellRule } from '../shellRule.ts';

export const shellShNegatedBracket = shellRule({
  id: 'shell-sh-negated-bracket',
  summary: "A wildcard bracket is negated with '!', not with '^'.",
  why: 'POSIX does not define ^; dash takes it for a character of the set.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC3026'],
  examples: [{ bad: 'FROM debian:12\nRUN ls /srv/«[^a]»*\n', good: 'FROM debian:12\nRUN ls /srv/[!a]*\n' }],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const entry of facts.all('Glob')) {
      const { node } = entry;
      if (!node.text.startsWith('[^') || facts.place(entry).isOperand) continue;
      report({
        at: placeOf(entry),
        message: "POSIX negates a bracket with '!'.",
        fixes: () => [
          { title: "Write '[!'", safe: true, edits: [{ start: node.pos + 1, end: node.pos + 2, newText: '!' }] },
        ],
      });
    }
  },
});
