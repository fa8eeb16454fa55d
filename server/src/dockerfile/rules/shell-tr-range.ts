import { shellRule } from '../shellRule.ts';

export const shellTrRange = shellRule({
  id: 'shell-tr-range',
  summary: 'tr is given classes such as [:upper:], not ranges of letters.',
  why: 'a-z leaves out letters with accents, and means something else in some locales.',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2018', 'shellcheck/SC2019'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN uname -s | tr «A-Z» «a-z»\n',
      good: "FROM debian:12\nRUN uname -s | tr '[:upper:]' '[:lower:]'\n",
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('tr')) {
      for (const { text, start, end, node } of args) {
        const name = node?.type === 'Word' ? classes.get(text) : undefined;
        if (name === undefined) continue;
        report({
          at: { start, end, frame: entry.frame },
          message: `Use '[:${name}:]' to support accents and other alphabets.`,
          fixes: () => [
            { title: `Write '[:${name}:]'`, safe: true, edits: [{ start, end, newText: `'[:${name}:]'` }] },
          ],
        });
      }
    }
  },
});

const classes = new Map([
  ['a-z', 'lower'],
  ['A-Z', 'upper'],
]);
