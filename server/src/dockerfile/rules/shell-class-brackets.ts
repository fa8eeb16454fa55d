import { placeOf, shellRule } from '../shellRule.ts';

export const shellClassBrackets = shellRule({
  id: 'shell-class-brackets',
  summary: 'Classes of characters stand in two pairs of brackets.',
  why: '[:space:] alone is one of the characters :, s, p, a, c and e.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2101'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN ls file«[:digit:]»\n',
      good: 'FROM debian:12\nRUN ls file[[:digit:]]\n',
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('Glob')) {
      const { node } = entry;
      if (!/^\[:\w+:\]$/.test(node.text) || isOfTr(facts.commandOf(entry)?.node.name?.value)) continue;
      const newText = `[${node.text}]`;
      report({
        at: placeOf(entry),
        message: `Write '${newText}': the outer brackets are those of the set.`,
        fixes: () => [
          { title: `Write '${newText}'`, safe: false, edits: [{ start: node.pos, end: node.end, newText }] },
        ],
      });
    }
  },
});

/** Has its own rule. */
function isOfTr(name: string | undefined): boolean {
  return name === 'tr';
}
