import { placeOf, shellRule } from '../shellRule.ts';

export const shellEqualsAsCommand = shellRule({
  id: 'shell-equals-as-command',
  summary: "No command begins with '='.",
  why: 'Something before it is missing or cut off, such as [ or the name of a variable; =, ==== are also left by merges and headings.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2273', 'shellcheck/SC2274', 'shellcheck/SC2275'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN make\nRUN <<EOF\n«=======»\nmake\nEOF\n',
      good: 'FROM debian:12\nRUN make\nRUN <<EOF\nmake\nEOF\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      if (node.name?.text.startsWith('=') !== true) continue;
      report({
        at: placeOf({ node: node.name, frame: entry.frame }),
        message: "A command cannot begin with '='. Write what should stand before it.",
      });
    }
  },
});
