import { shellRule } from '../shellRule.ts';

export const shellTrWords = shellRule({
  id: 'shell-tr-words',
  summary: 'tr replaces single characters, not words.',
  why: 'Each character of the first set becomes the one at the same place in the second; a character twice in a set is a word.',
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2020'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN tr «hello» world < in > out\n',
      good: 'FROM debian:12\nRUN sed s/hello/world/ in > out\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('tr')) {
      for (const { text, start, end, isLiteral } of args) {
        if (!isLiteral || !/^[A-Za-z]+$/.test(text) || new Set(text).size === text.length) continue;
        report({
          at: { start, end, frame: entry.frame },
          message: "'tr' replaces characters one by one and takes this for a set. Use 'sed' for words.",
        });
      }
    }
  },
});
