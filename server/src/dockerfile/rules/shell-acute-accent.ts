import { placeAt, shellRule } from '../shellRule.ts';

const ACCENT = '´';

export const shellAcuteAccent = shellRule({
  id: 'shell-acute-accent',
  summary: 'Backticks, if any, are real ones.',
  why: 'An acute accent looks like a backtick, but is an ordinary character for the shell.',
  severity: 'error',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC1077'],
  examples: [
    { bad: 'FROM debian:12\nRUN echo «´»date«´»\n', good: 'FROM debian:12\nRUN echo "$(date)"\n', unfixed: true },
  ],
  find(facts, report) {
    for (let at = facts.text.indexOf(ACCENT); at !== -1; at = facts.text.indexOf(ACCENT, at + 1)) {
      if (facts.isQuotedAt(at)) continue;
      report({ at: placeAt(at, at + 1), message: "This is an acute accent. Use '$(…)' for a command substitution." });
    }
  },
});
