import { placeAt, shellRule } from '../shellRule.ts';

export const shellFindUnclosedExec = shellRule({
  id: 'shell-find-unclosed-exec',
  summary: "-exec of find ends with '\\;' or '+'.",
  why: 'An unescaped semicolon or && ends the whole command for the shell, and find misses its end.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2067'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN find /src -name "*.o" «-exec» rm {} ;\n',
      good: 'FROM debian:12\nRUN find /src -name "*.o" -exec rm {} \\;\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('find')) {
      const opening = args.findLastIndex(({ text }) => /^-(?:exec|execdir|ok|okdir)$/.test(text));
      const last = args[opening];
      if (last === undefined) continue;
      const rest = args.slice(opening + 1);
      if (rest.some(({ text, isLiteral }) => /^[;+]$/.test(text) || !isLiteral)) continue;
      report({
        at: placeAt(last.start, last.end, entry.frame),
        message: `'${last.text}' has no end. Put '\\;' or '+' behind its command.`,
      });
    }
  },
});
