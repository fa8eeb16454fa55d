import { placeOf, shellRule } from '../shellRule.ts';

export const shellBraceVariables = shellRule({
  id: 'shell-brace-variables',
  summary: 'Variables are expanded with braces.',
  why: 'Braces show where the name ends.',
  severity: 'style',
  recommended: false,
  fixable: true,
  near: ['shellcheck/SC2250'],
  examples: [{ bad: 'FROM debian:12\nRUN echo "«$HOME»"\n', good: 'FROM debian:12\nRUN echo "${HOME}"\n' }],
  find(facts, report) {
    for (const { node, frame } of facts.all('SimpleExpansion')) {
      if (!/^\$[A-Za-z_]/.test(node.text)) continue;
      const braced = `\${${node.text.slice(1)}}`;
      report({
        at: placeOf({ node, frame }),
        message: `Write '${braced}'.`,
        fixes: () => [
          { title: `Write '${braced}'`, safe: true, edits: [{ start: node.pos, end: node.end, newText: braced }] },
        ],
      });
    }
  },
});
