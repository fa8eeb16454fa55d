import { placeAt, shellRule } from '../shellRule.ts';

export const shellForDollar = shellRule({
  id: 'shell-for-dollar',
  summary: 'The variable of a for loop has no dollar sign.',
  why: 'for sets the variable itself; with a dollar sign the shell reports an error.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1086'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN for «$name» in a b; do touch "$name"; done\n',
      good: 'FROM debian:12\nRUN for name in a b; do touch "$name"; done\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('For')) {
      const { name } = node;
      if (!name.text.startsWith('$')) continue;
      report({
        at: placeAt(name.pos, name.end, frame),
        message: "'for' wants the name of the variable, without '$'.",
        fixes: () => [
          {
            title: "Remove '$'",
            safe: true,
            edits: [{ start: name.pos, end: name.end, newText: name.text.replace(/[${}]/g, '') }],
          },
        ],
      });
    }
  },
});
