import { placeAt, shellRule } from '../shellRule.ts';

export const shellFunctionKeyword = shellRule({
  id: 'shell-function-keyword',
  summary: 'Functions are declared as name() { … }.',
  why: 'The word function is not part of POSIX; dash does not know it.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2112', 'shellcheck/SC2113'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «function build { make; }»; build\n',
      good: 'FROM debian:12\nRUN build() { make; }; build\n',
    },
  ],
  find(facts, report) {
    if (!facts.isPosix) return;
    for (const entry of facts.all('Function')) {
      const { node, frame } = entry;
      const text = facts.raw(entry);
      if (!/^function\s/.test(text)) continue;
      const { name, body } = node;
      report({
        at: placeAt(node.pos, node.end, frame),
        message: `Declare the function as '${name.text}() { … }'.`,
        fixes: () => [
          {
            title: `Write '${name.text}() { … }'`,
            safe: true,
            edits: [{ start: node.pos, end: body.pos, newText: `${name.text}() ` }],
          },
        ],
      });
    }
  },
});
