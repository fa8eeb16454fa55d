import { placeAt, shellRule } from '../shellRule.ts';

export const shellPositionalBraces = shellRule({
  id: 'shell-positional-braces',
  summary: 'Arguments from the tenth on have braces: ${10}.',
  why: '$10 is the first argument and a 0.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1037'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN f() { echo "«$10»"; }; f a b c d e f g h i j\n',
      good: 'FROM debian:12\nRUN f() { echo "${10}"; }; f a b c d e f g h i j\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('SimpleExpansion')) {
      if (!/^\$\d$/.test(node.text)) continue;
      const digits = /^\d+/.exec((frame?.text ?? facts.text).slice(node.end, node.end + 10))?.[0];
      if (digits === undefined) continue;
      const [start, end] = [node.pos, node.end + digits.length];
      const newText = `\${${node.text.slice(1)}${digits}}`;
      report({
        at: placeAt(start, end, frame),
        message: `This is '${node.text}' and a text. Write '${newText}'.`,
        fixes: () => [{ title: `Write '${newText}'`, safe: false, edits: [{ start, end, newText }] }],
      });
    }
  },
});
