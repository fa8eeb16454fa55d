import { hasGlob } from '../../shell/words.ts';
import { shellRule } from '../shellRule.ts';

export const shellTrBrackets = shellRule({
  id: 'shell-tr-brackets',
  summary: "Ranges of tr stand without '[' and ']'.",
  why: 'tr takes the brackets for two more characters of the set.',
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2021'],
  examples: [
    {
      bad: "FROM debian:12\nRUN tr -d «'[0-9]'» < in > out\n",
      good: "FROM debian:12\nRUN tr -d '0-9' < in > out\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('tr')) {
      for (const { text, start, end, node } of args) {
        if (node?.type !== 'Word' || !isBracketed.test(text)) continue;
        if (hasGlob(node) || node.parts === undefined) continue;
        report({
          at: { start, end, frame: entry.frame },
          // Brackets in both sets stand for themselves.
          ...(args.filter(({ text }) => isBracketed.test(text)).length > 1 && { exactOnly: true }),
          message: "'tr' takes the brackets for characters to replace. Leave them out.",
        });
      }
    }
  },
});

const isBracketed = /^\[[^:=].*[^:=]\]$/;
