import { placeAt, shellRule } from '../shellRule.ts';

const SPACE = '\u00a0';

export const shellNoBreakSpace = shellRule({
  id: 'shell-no-break-space',
  summary: 'Words are separated by ordinary blanks.',
  why: 'A no-break space, which looks the same, is part of the word for the shell.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1018'],
  examples: [{ bad: 'FROM debian:12\nRUN ls«\u00a0»/tmp\n', good: 'FROM debian:12\nRUN ls /tmp\n' }],
  find(facts, report) {
    for (let at = facts.text.indexOf(SPACE); at !== -1; at = facts.text.indexOf(SPACE, at + 1)) {
      if (facts.isQuotedAt(at)) continue;
      report({
        at: placeAt(at, at + 1),
        message: 'This is a no-break space. Replace it by a blank.',
        fixes: () => [{ title: 'Replace by a blank', safe: true, edits: [{ start: at, end: at + 1, newText: ' ' }] }],
      });
    }
  },
});
