import { placeOf, shellRule } from '../shellRule.ts';

export const shellRepeatedCharacter = shellRule({
  id: 'shell-repeated-character',
  summary: 'Brackets hold each character once.',
  why: 'They match one character, not a word: [10-15] is 0, 1 or 5.',
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2102'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN ls file«[10-15]».log\n',
      good: 'FROM debian:12\nRUN ls file1[0-5].log\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('Glob')) {
      const { node } = entry;
      if (node.kind !== 'bracket' || !isRepeating(node.text.slice(1, -1)) || facts.place(entry).isOperand) continue;
      if (facts.commandOf(entry)?.node.name?.value === 'tr') continue;
      report({ at: placeOf(entry), message: 'Brackets match one character. A character in them stands twice.' });
    }
  },
});

function isRepeating(set: string): boolean {
  if (/[[\]:\\'"$`]/.test(set)) return false;
  const characters = [...set.replace(/^[!^]/, '').replaceAll('-', '')];
  return new Set(characters).size < characters.length;
}
