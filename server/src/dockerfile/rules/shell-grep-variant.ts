import { placeAt, shellRule } from '../shellRule.ts';

export const shellGrepVariant = shellRule({
  id: 'shell-grep-variant',
  summary: 'grep -E and grep -F are used instead of egrep and fgrep.',
  why: 'Newer GNU grep prints a warning for the old names, and POSIX does not know them.',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2196', 'shellcheck/SC2197'],
  severityIn: { hadolint: 'info' },
  examples: [
    {
      bad: 'FROM debian:12\nRUN «egrep» "a|b" /etc/passwd\n',
      good: 'FROM debian:12\nRUN grep -E "a|b" /etc/passwd\n',
    },
  ],
  find(facts, report) {
    for (const { name, nameWord, entry } of facts.named('egrep', 'fgrep')) {
      const newText = name === 'egrep' ? 'grep -E' : 'grep -F';
      const { pos: start, end } = nameWord;
      report({
        at: placeAt(start, end, entry.frame),
        message: `'${name}' is deprecated. Use '${newText}'.`,
        fixes: () => [{ title: `Write '${newText}'`, safe: nameWord.text === name, edits: [{ start, end, newText }] }],
      });
    }
  },
});
