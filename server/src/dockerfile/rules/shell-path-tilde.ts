import type { Ast } from '../../shell/tree.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellPathTilde = shellRule({
  id: 'shell-path-tilde',
  summary: "PATH has no '~' in quotes.",
  why: 'The shell expands a tilde only outside of quotes, and other programs that read PATH never do.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2147'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «PATH»="~/bin:$PATH" && make\n',
      good: 'FROM debian:12\nRUN PATH="$HOME/bin:$PATH" && make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('Assignment')) {
      const { node, frame } = entry;
      if (node.name !== 'PATH' || node.value.type !== 'Word' || !node.value.text.includes('~')) continue;
      if (facts.role({ node: node.value, parent: entry, frame }) !== 'assignment') continue;
      if (!node.value.parts?.some(hasTilde)) continue;
      report({
        at: placeAt(node.pos, node.pos + node.name.length, frame),
        message: "A '~' in quotes stays as it is. Use '$HOME'.",
      });
    }
  },
});

function hasTilde(part: Ast.WordPart): boolean {
  return (part.type === 'SingleQuoted' || part.type === 'DoubleQuoted') && part.text.includes('~');
}
